import type { ChannelKind } from '../../../data/conversations/types';
import type { Choice } from '../../../dialogs/reply';
import type { CardElement, ColumnSet } from './adaptive-card';
import { button } from './buttons';
import { plain } from './elements';

/** Three columns keep a button wide enough for a thumb at 380 pixels. */
const DAYS_ACROSS = 3;

/** `…="2026-11-26T10:00…"`: a choice that stands for an instant. */
const INSTANT = /"?\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
/**
 * "jeudi 26 novembre à 10 h", "Thursday 26 November at 10:00"; away from Paris followed by whose clock it is:
 * "… à 14 h, heure de La Réunion (11 h, heure de Paris)".
 */
const DAY_AND_TIME = /^(.+?) (?:à|at) ([^,(]*[^,(\s])(?:, ([^(]*[^(\s]).*)?$/;

export interface SlotPicker {
  readonly elements: readonly CardElement[];
  /** Choices that are no time: "Un autre jour". */
  readonly others: readonly Choice[];
}

interface TimeOfDay {
  readonly choice: Choice;
  readonly day: string;
  readonly time: string;
  /** "heure de La Réunion"; null where it goes without saying. */
  readonly zone: string | null;
}

/** Draws times that can be chosen as days across and hours down; null when the choices are not (at least two) times. */
export function slotPicker(choices: readonly Choice[], channel: ChannelKind): SlotPicker | null {
  const times = choices.flatMap((choice) => readTime(choice) ?? []);
  if (times.length < 2) return null;
  const days = [...new Set(times.map(({ day }) => day))];
  const column = (day: string): ColumnSet['columns'][number] => ({
    type: 'Column',
    width: 'stretch',
    items: [
      plain(day, { size: 'Small', weight: 'Bolder' }),
      ...times
        .filter((time) => time.day === day)
        .map(({ choice, time }): CardElement => ({
          type: 'ActionSet',
          spacing: 'Small',
          actions: [button(choice, channel, time)],
        })),
    ],
  });
  const rows: ColumnSet[] = [];
  for (let start = 0; start < days.length; start += DAYS_ACROSS) {
    rows.push({
      type: 'ColumnSet',
      spacing: 'Medium',
      columns: days.slice(start, start + DAYS_ACROSS).map(column),
    });
  }
  const zones = [...new Set(times.flatMap(({ zone }) => zone ?? []))];
  return {
    elements: [...rows, ...zones.map((zone) => plain(zone, { size: 'Small', isSubtle: true }))],
    others: choices.filter((choice) => !times.some((time) => time.choice === choice)),
  };
}

function readTime(choice: Choice): TimeOfDay | null {
  if (choice.action.type !== 'choose' || !INSTANT.test(choice.action.value)) return null;
  const [, day, time, zone = null] = DAY_AND_TIME.exec(choice.label) ?? [];
  return day === undefined || time === undefined ? null : { choice, day, time, zone };
}
