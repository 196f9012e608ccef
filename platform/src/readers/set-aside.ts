// Why a record is set aside, told by whoever finds out.
import type { Label, RejectCode, Rejected } from '@zhijian/contract';
import { excerpt } from './cells.ts';

/** Thrown by a reader of fields for a value that sets its record aside. Not an Error: a file may hold millions, and none is a bug. */
export class SetAside {
  readonly field: string;
  readonly code: RejectCode;
  readonly given: string;
  readonly allowed: Label;
  constructor(field: string, code: RejectCode, given: string, allowed: Label) {
    this.field = field;
    this.code = code;
    this.given = given;
    this.allowed = allowed;
  }
  at(file: string, line: number): Rejected {
    return { file, line, field: this.field, code: this.code, given: excerpt(this.given), allowed: this.allowed };
  }
}
