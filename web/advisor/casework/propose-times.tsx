import { Checkbox, Field, Select } from '@fluentui/react-components';
import type { SlotView } from '../../../bot/advisor-api/contract';
import type { useFreeTimes } from '../appointments/use-free-times';
import { useSession } from '../context';
import { Skeleton } from '../parts/states';
import own from './casework.module.css';

/** So many times are offered to a requester at the most. */
const MOST = 6;

const isSame = (one: SlotView, other: SlotView): boolean =>
  one.startsAt === other.startsAt && one.advisorId === other.advisorId;
const without = (chosen: readonly SlotView[], slot: SlotView): readonly SlotView[] =>
  chosen.filter((one) => !isSame(one, slot));

interface Choice {
  readonly chosen: readonly SlotView[];
  readonly onChange: (chosen: readonly SlotView[]) => void;
}

/** The free times of a day, each with a box. */
export function TimeBoxes(props: Choice & { readonly free: ReturnType<typeof useFreeTimes> }) {
  const { free, chosen, onChange } = props;
  const { propose } = useSession().strings.casework;
  const isChosen = (slot: SlotView): boolean => chosen.some((one) => isSame(one, slot));
  const toggle = (slot: SlotView): void =>
    onChange(
      isChosen(slot)
        ? without(chosen, slot)
        : [...chosen, slot].sort((one, other) => one.startsAt.localeCompare(other.startsAt)),
    );
  if (free.loading) return <Skeleton width="100%" height={72} />;
  if (!free.shown) return <p>{propose.none}</p>;
  return (
    <>
      <Field label={propose.day}>
        <Select value={free.shown.day} onChange={(_event, { value }) => free.showDay(value)}>
          {free.days.map((one) => (
            <option key={one.day} value={one.day}>
              {free.dayName(one.at)}
            </option>
          ))}
        </Select>
      </Field>
      <fieldset className={own.times}>
        <legend>{propose.times}</legend>
        {free.shown.entries.map((slot) => (
          <Checkbox
            key={slot.startsAt}
            label={free.time(slot.startsAt)}
            checked={isChosen(slot)}
            disabled={!isChosen(slot) && chosen.length >= MOST}
            onChange={() => toggle(slot)}
          />
        ))}
      </fieldset>
    </>
  );
}

/** What will be offered, each time with a way to take it out again. */
export function ChosenTimes(props: Choice & { readonly nameOf: (slot: SlotView) => string }) {
  const { chosen, onChange, nameOf } = props;
  const { propose } = useSession().strings.casework;
  return (
    <>
      <div role="status">
        {chosen.length > 0 && <p className={own.strong}>{propose.chosen(chosen.length)}</p>}
      </div>
      <ul className={own.chosen}>
        {chosen.map((slot) => (
          <li key={`${slot.advisorId}${slot.startsAt}`}>
            {nameOf(slot)}
            <button
              type="button"
              aria-label={propose.remove(nameOf(slot))}
              onClick={() => onChange(without(chosen, slot))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
