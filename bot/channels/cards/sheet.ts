import type { FormSheet, SheetField } from '../../../dialogs/reply';
import { FIELD } from '../action';
import type { ActionSet, CardElement, InputElement } from './adaptive-card';
import { executeButton } from './buttons';
import { plain } from './elements';

const MAX_TEXT = 500;

/** A form's fields with what is wrong under each, and the button that sends them all. */
export const sheetElements = ({ fields, card, submit }: FormSheet): readonly CardElement[] => [
  ...fields.flatMap(fieldElements),
  sendButton(submit, card),
];

const sendButton = (label: string, card: FormSheet['card']): ActionSet => ({
  type: 'ActionSet',
  spacing: 'Medium',
  actions: [executeButton({ label, action: { type: 'fill', values: {} }, primary: true }, card)],
});

const TYPES = {
  date: 'Input.Date',
  time: 'Input.Time',
  text: 'Input.Text',
  choice: 'Input.ChoiceSet',
} as const satisfies Record<SheetField['kind'], InputElement['type']>;

function fieldElements({ slot, label, kind, choices, value, fault }: SheetField): readonly CardElement[] {
  const input: InputElement = {
    type: TYPES[kind],
    id: `${FIELD}${slot}`,
    label,
    ...(value === null ? {} : { value }),
    ...(kind === 'text' ? { maxLength: MAX_TEXT } : {}),
    ...(kind === 'choice'
      ? { style: 'compact', choices: choices.map(({ value: of, label: title }) => ({ title, value: of })) }
      : {}),
  };
  return fault === null
    ? [input]
    : [input, plain(fault, { size: 'Small', color: 'Attention' }, { spacing: 'None' })];
}
