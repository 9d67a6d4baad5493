import { Button, Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type {
  RetentionCountsView,
  RetentionDaysView,
  RetentionItemName,
  RetentionPageView,
  RetentionView,
} from '../../../bot/advisor-api/contract-records';
import { useCall } from '../casework/use-call';
import { useNow, useResource, useSession } from '../context';
import { post } from '../lib/api';
import { Loaded } from '../parts/loaded';
import css from './records.module.css';
import { useUndo } from './use-command';

const PATH = '/retention';
const ITEMS: readonly RetentionItemName[] = ['conversations', 'attachments', 'routedMessages', 'audit'];
/** What a period begins with when somebody stops keeping for ever. */
const FIRST_DAYS = 365;

/** How long records are kept: nothing is deleted before somebody has seen how much that is. */
export default function RetentionSection() {
  const { data, failure } = useResource<RetentionPageView>(PATH);
  return (
    <Loaded data={data} failure={failure}>
      {(shown) => <Settings page={shown} />}
    </Loaded>
  );
}

function Settings({ page }: { readonly page: RetentionPageView }) {
  const { strings, me } = useSession();
  const { retention: words } = strings.admin;
  const [scope, setScope] = useState<string | null>(null);
  const shown = page.settings.find((one) => one.scope === scope) ?? page.settings[0];
  const nameOf = (id: string): string =>
    id === 'house' ? words.house : (me.desks.find((desk) => desk.id === id)?.name ?? id);
  if (shown === undefined) return null;
  return (
    <>
      <div className={css.tools}>
        <Field label={words.scope}>
          <Select value={shown.scope} onChange={(_event, { value }) => setScope(value)}>
            {page.settings.map((one) => (
              <option key={one.scope} value={one.scope}>
                {nameOf(one.scope)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Periods key={`${shown.scope} ${shown.version}`} shown={shown} limits={page.limits} />
      <History page={page} nameOf={nameOf} />
    </>
  );
}

function Periods(props: { readonly shown: RetentionView; readonly limits: RetentionPageView['limits'] }) {
  const { shown, limits } = props;
  const { strings, resources, notify } = useSession();
  const { retention: words } = strings.admin;
  const [follows, setFollows] = useState(shown.follows);
  const [days, setDays] = useState<RetentionDaysView>(shown.days);
  const [counts, setCounts] = useState<RetentionCountsView | null>(null);
  const { busy, fault, run } = useCall();
  const undo = useUndo();
  const wrong = ITEMS.filter((item) => {
    const value = days[item];
    return (
      value !== null && !(Number.isInteger(value) && value >= limits[item].min && value <= limits[item].max)
    );
  });
  const ready = follows || wrong.length === 0;
  const set = (item: RetentionItemName, value: number | null): void => {
    setDays({ ...days, [item]: value });
    setCounts(null);
  };
  const tryIt = async (): Promise<void> => {
    setCounts(await run(() => post<RetentionCountsView>(`${PATH}/try`, { scope: shown.scope, days })));
  };
  const save = async (): Promise<void> => {
    const { scope, version } = shown;
    const saved = await run(() => post<RetentionView>(PATH, { scope, follows, days, version }));
    if (saved === null) return;
    const again = (): void => resources.refresh((path) => path === PATH);
    const before = { scope, follows: shown.follows, days: shown.days, version: saved.version };
    notify({ text: words.saved, undo: () => undo(() => post<RetentionView>(PATH, before), again) });
    again();
  };
  const deletes = !follows && ITEMS.some((item) => days[item] !== null);
  return (
    <div className={css.block}>
      {shown.scope !== 'house' && (
        <Checkbox label={words.follows} checked={follows} onChange={() => setFollows(!follows)} />
      )}
      {!follows &&
        ITEMS.map((item) => (
          <Period
            key={item}
            item={item}
            value={days[item]}
            limits={limits[item]}
            wrong={wrong.includes(item)}
            onChange={(value) => set(item, value)}
          />
        ))}
      <p className={css.quiet}>{words.kept}</p>
      <div aria-live="polite">
        {fault !== null && <p className={css.fault}>{fault}</p>}
        {counts !== null && (
          <>
            <p>{words.would}</p>
            <dl className={css.counts}>
              {ITEMS.map((item) => (
                <div key={item}>
                  <dt>{words.items[item]}</dt>
                  <dd>{counts[item]}</dd>
                </div>
              ))}
            </dl>
            <p className={css.bad}>{words.warning}</p>
          </>
        )}
      </div>
      <div className={css.tools}>
        {deletes && (
          <Button disabledFocusable={busy || !ready} onClick={() => void tryIt()}>
            {words.tryIt}
          </Button>
        )}
        <Button
          appearance="primary"
          disabledFocusable={busy || !ready || (deletes && counts === null)}
          onClick={() => void save()}
        >
          {words.save}
        </Button>
      </div>
    </div>
  );
}

function Period(props: {
  readonly item: RetentionItemName;
  readonly value: number | null;
  readonly limits: { readonly min: number; readonly max: number };
  readonly wrong: boolean;
  readonly onChange: (value: number | null) => void;
}) {
  const { item, value, limits, wrong, onChange } = props;
  const { retention: words } = useSession().strings.admin;
  const name = words.items[item];
  return (
    <div className={css.period} role="group" aria-label={name}>
      <span className={css.periodName}>{name}</span>
      <Checkbox
        label={words.never}
        checked={value === null}
        onChange={() => onChange(value === null ? Math.max(FIRST_DAYS, limits.min) : null)}
      />
      {value !== null && (
        <Field
          validationState={wrong ? 'error' : 'none'}
          validationMessage={wrong ? words.limits(limits.min, limits.max) : undefined}
        >
          <Input
            className={css.number}
            type="number"
            aria-label={words.days(name)}
            min={limits.min}
            max={limits.max}
            value={Number.isNaN(value) ? '' : String(value)}
            contentAfter={words.unit}
            onChange={(_event, typed) => onChange(typed.value === '' ? Number.NaN : Number(typed.value))}
          />
        </Field>
      )}
    </div>
  );
}

function History(props: { readonly page: RetentionPageView; readonly nameOf: (scope: string) => string }) {
  const { strings, dates } = useSession();
  const { retention: words } = strings.admin;
  const now = useNow();
  const said = (days: number | null): string => (days === null ? words.neverShort : words.dayCount(days));
  const differences = (before: RetentionDaysView, after: RetentionDaysView): string =>
    ITEMS.filter((item) => before[item] !== after[item])
      .map((item) => `${words.items[item]} : ${said(before[item])} → ${said(after[item])}`)
      .join(' ; ');
  return (
    <section className={css.block}>
      <h3 className={css.blockTitle}>{words.history}</h3>
      {props.page.history.length === 0 ? (
        <p className={css.quiet}>{words.noHistory}</p>
      ) : (
        <ul className={css.list}>
          {props.page.history.map(({ id, at, actor, scope, before, after }) => (
            <li key={id}>
              <span>
                <time dateTime={at}>{dates.day(at, now)}</time>, {actor}, {props.nameOf(scope)}
                <br />
                <span className={css.quiet}>{differences(before, after)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
