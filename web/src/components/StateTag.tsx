import { CheckCircleOutlined, ClockCircleOutlined, ExclamationCircleOutlined, MinusCircleOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { LEAD_STATE, type LeadState } from '@zhijian/contract';
import { useWord } from '../messages/index.ts';

const ICON = {
  open: ClockCircleOutlined,
  explained: MinusCircleOutlined,
  suspected: ExclamationCircleOutlined,
  not_infringing: CheckCircleOutlined,
  needs_evidence: QuestionCircleOutlined,
} as const;

export function StateTag({ state }: { state: LeadState }) {
  const word = useWord();
  const Icon = ICON[state];
  return (
    <span className={`state state-${state}`}>
      <Icon aria-hidden /> {word(LEAD_STATE, state)}
    </span>
  );
}
