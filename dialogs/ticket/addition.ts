import type { Scene } from '../scene';
import { redact } from '../../data/redaction';

/** What she adds to a ticket in this turn: her words, numbers masked, and the names of the files that came along. */
export function addition({ turn, words }: Scene): string {
  const names = turn.attachments.map((file) => file.name).join(', ');
  const lines = [redact(turn.text), ...(names === '' ? [] : [words.ticket.fileNames(names)])];
  return lines.filter((line) => line !== '').join('\n');
}

/** Her name as the advisor reads it. */
export const requesterName = ({ turn, words }: Scene): string =>
  turn.person?.displayName ?? words.ticket.visitorName;
