import type { ChannelKind } from '../../../data/conversations/types';
import type { Choice } from '../../../dialogs/reply';
import type { CardElement, ColumnSet, Spacing } from './adaptive-card';
import type { FormCard } from '../../../dialogs/turn';
import { button, executeButton } from './buttons';
import { plain } from './elements';

/** Three columns keep a button wide enough for a thumb at 380 pixels. */
const ACROSS = 3;

/** `…="2026-11-26T10:00…"`: a choice that stands for an instant. */
const INSTANT = /"?\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
/**
 * "jeudi 26 novembre à 10 h", "Thursday 26 November at 10:00"; away from Paris followed by whose clock it is:
 * "… à 14 h, heure de La Réunion (11 h, heure de Paris)"; with somebody else than her own advisor by whom: "… (Pierre Lemoine)".
 */
const DAY_AND_TIME = /^(.+?) (?:à|at) ([^,(]*[^,(\s])(?:, ([^(]*[^(\s]) \(([^)]*)\))?(?: \(([^)]*)\))?$/;

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
  /** The same time in Paris. */
  readonly paris: string;
  /** Who is met, where that is not her own advisor. */
  readonly advisor: string | null;
}

/** Draws times that can be chosen as days across and hours down, one day's as a grid; null when the choices are not (at least two) times. */
export function slotPicker(
  choices: readonly Choice[],
  channel: ChannelKind,
  card?: FormCard,
): SlotPicker | null {
  const times = choices.flatMap((choice) => readTime(choice) ?? []);
  if (times.length < 2) return null;
  const press = (choice: Choice, title: string) =>
    card === undefined ? button(choice, channel, title) : executeButton(choice, card, title);
  const days = [...new Set(times.map(({ day }) => day))];
  const pressed = ({ choice, time, advisor }: TimeOfDay): CardElement => ({
    type: 'ActionSet',
    spacing: 'Small',
    actions: [press(choice, advisor === null ? time : `${time} · ${advisor}`)],
  });
  const ofDay = (day: string): TimeOfDay[] => times.filter((time) => time.day === day);
  const heading = (day: string): CardElement => plain(day, { size: 'Small', weight: 'Bolder' });
  const [first = ''] = days;
  const rows: readonly CardElement[] =
    days.length === 1
      ? [
          heading(first),
          ...inColumns(
            ofDay(first).map((time) => [pressed(time)]),
            'Small',
          ),
        ]
      : inColumns(
          days.map((day) => [heading(day), ...ofDay(day).map(pressed)]),
          'Medium',
        );
  return {
    elements: [...rows, ...whoseClock(times).map((text) => plain(text, { size: 'Small', isSubtle: true }))],
    others: choices.filter((choice) => !times.some((time) => time.choice === choice)),
  };
}

/** "heure de La Réunion (14 h = 11 h, heure de Paris)": once a zone, by the first of its times. */
function whoseClock(times: readonly TimeOfDay[]): readonly string[] {
  const firsts = times.filter(
    ({ zone }, index) => zone !== null && times.findIndex((other) => other.zone === zone) === index,
  );
  return firsts.map(({ zone, time, paris }) => `${zone ?? ''} (${time} = ${paris})`);
}

/** Side by side, three at a time; the last row is filled up so that every column is as wide as those above it. */
function inColumns(cells: readonly (readonly CardElement[])[], spacing: Spacing): readonly ColumnSet[] {
  const rows: ColumnSet[] = [];
  for (let start = 0; start < cells.length; start += ACROSS) {
    const row = cells.slice(start, start + ACROSS);
    const filled = start === 0 ? row : [...row, ...Array<[]>(ACROSS - row.length).fill([])];
    rows.push({
      type: 'ColumnSet',
      spacing,
      columns: filled.map((items) => ({ type: 'Column', width: 'stretch', items })),
    });
  }
  return rows;
}

function readTime(choice: Choice): TimeOfDay | null {
  if (choice.action.type !== 'choose' || !INSTANT.test(choice.action.value)) return null;
  const [, day, time, zone = null, paris = '', advisor = null] = DAY_AND_TIME.exec(choice.label) ?? [];
  return day === undefined || time === undefined ? null : { choice, day, time, zone, paris, advisor };
}
