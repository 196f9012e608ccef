// Status of a US trademark record: the office's three-digit code -> our word.
// Source: public lists that repeat Table 1 "Trademark Status Codes" of the USPTO's documentation of its daily files (TRTDXFAP) and the texts
// that TSDR shows; the office's own table was not at hand. Codes of the samples were seen beside the history that explains them. An abandoned
// application is `refused` here: the one word of the vocabulary for an application that is dead without a registration
// (trademark-status.ts: dead_application). What is not listed here follows from nothing and has no status.
import type { TrademarkStatus } from '@zhijian/contract';

const TABLE: Partial<Record<TrademarkStatus, string>> = {
  // New, under examination, on appeal, allowed, statement of use under examination; revived (616, 672, 673), restored to pendency (715).
  filed: `
    400 616 630 631 632 638 640 641 642 643 644 645 646 647 648 649 650 651 652 653 654 655 656 657 658 659 660 661 663 664 665 666 667 668
    672 673 680 681 682 688 689 690 692 693 694 715 718 719 720 721 722 724 725 730 731 732 733 734 744 745 746 748 752 753 756 757 760 762
    764 771 772 794 803 804 806 807 808 809 810 811 812 813 814 815 816 817 818 819 820 821 822 823 824 825`,
  // Published for opposition; time to oppose extended or over (773, 802); opposition dismissed (775).
  published: '686 773 775 802',
  opposed: '774 801',
  // Abandoned for whatever reason; a petition to revive is pending (612) or denied (614); an old file (618).
  refused: '600 601 602 603 604 605 606 607 608 609 612 614 618',
  // Registered; uses accepted (701 to 708); cancellation sought and not decided (790) or dismissed (778); renewed (800).
  registered: '624 700 701 702 703 704 705 706 707 708 717 740 778 790 800',
  // By sections 7, 8, 18, 24, 37, 71. 626, "backfile cancelled or expired", does not say which; the right has ended either way.
  cancelled: '626 709 710 711 712 713 714',
  expired: '900',
};

const STATUS = new Map<string, TrademarkStatus>();
for (const [status, codes] of Object.entries(TABLE)) for (const code of codes.trim().split(/\s+/)) STATUS.set(code, status as TrademarkStatus);

/** The international registration is gone, and what rested on it: an application dead, a registration cancelled. */
const GONE = new Set(['401', '402']);

/** Status by the office's code; null for a code from which none follows (625 "status unclear", 777 "terminated, see TTAB records", …). */
export const statusOfCode = (code: string | null, registered: boolean): TrademarkStatus | null => {
  if (code === null) return null;
  if (GONE.has(code)) return registered ? 'cancelled' : 'refused';
  return STATUS.get(code) ?? null;
};
