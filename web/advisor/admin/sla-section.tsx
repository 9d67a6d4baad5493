import { Button, Input } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { DeadlinesView, TargetsView } from '../../../bot/advisor-api/contract-admin';
import { useResource, useSession } from '../context';
import { post } from '../lib/api';
import page from '../pages/page.module.css';
import css from './admin.module.css';
import { Loaded } from '../parts/loaded';
import { adminPaths, History, useDesk } from './parts';
import { useCommand, useUndo } from './use-command';

const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const;
const CLOCKS = ['first-reply', 'resolution'] as const;

/** Within how many minutes of opening hours a desk replies and solves. */
export default function SlaSection() {
  const { desk, picker } = useDesk();
  const { data, failure } = useResource<DeadlinesView>(adminPaths.deadlines(desk));
  return (
    <>
      {picker}
      <Loaded data={data} failure={failure}>
        {(view) => <TargetsForm key={`${desk} ${view.version}`} view={view} />}
      </Loaded>
      <History about="settings.deadlines" />
    </>
  );
}

function TargetsForm({ view }: { readonly view: DeadlinesView }) {
  const { strings, resources, notify } = useSession();
  const { sla: words } = strings.admin;
  const path = adminPaths.deadlines(view.desk);
  const [targets, setTargets] = useState<TargetsView>(view.targets);
  const { busy, fault, run } = useCommand();
  const undo = useUndo();
  const show = (shown: DeadlinesView): void => resources.update<DeadlinesView>(path, () => shown);
  const problem = problemOf(targets);
  const isBuiltIn = JSON.stringify(targets) === JSON.stringify(view.builtIn);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (problem !== null || busy) return;
    const saved = await run(
      () => post<DeadlinesView>(path, { targets, version: view.version }),
      (failure) => {
        const current = failure.currentOf<DeadlinesView>();
        if (failure.code !== 'setting-changed' || current === null) return false;
        show(current);
        notify({ text: strings.admin.conflict, tone: 'failure' });
        return true;
      },
    );
    if (saved === undefined) return;
    const back = () => post<DeadlinesView>(path, { targets: view.targets, version: saved.version });
    notify({ text: words.saved, undo: () => undo(back, () => resources.refresh((one) => one === path)) });
    show(saved);
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      <table className={page.table}>
        <thead>
          <tr>
            <th scope="col">{words.priority}</th>
            {CLOCKS.map((clock) => (
              <th key={clock} scope="col">
                {words.clocks[clock]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PRIORITIES.map((priority) => (
            <tr key={priority}>
              <th scope="row" data-label={words.priority}>
                {strings.ticket.priority[priority]}
              </th>
              {CLOCKS.map((clock) => {
                const minutes = targets[priority][clock];
                return (
                  <td key={clock} data-label={words.clocks[clock]}>
                    <span className={css.minutes}>
                      <Input
                        type="number"
                        className={css.number}
                        min={1}
                        contentAfter={words.unit}
                        aria-label={words.label(strings.ticket.priority[priority], words.clocks[clock])}
                        value={Number.isNaN(minutes) ? '' : String(minutes)}
                        onChange={(_event, { value }) =>
                          setTargets({
                            ...targets,
                            [priority]: { ...targets[priority], [clock]: Number.parseInt(value, 10) },
                          })
                        }
                      />
                      <span className={css.quiet}>
                        {Number.isNaN(minutes) ? '' : strings.time.length(minutes)}
                      </span>
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p role="alert" className={css.fault}>
        {problem === null ? fault : words.problems[problem]}
      </p>
      <div className={css.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={busy || problem !== null}>
          {strings.admin.save}
        </Button>
        <Button disabledFocusable={isBuiltIn} onClick={() => setTargets(view.builtIn)}>
          {words.builtIn}
        </Button>
      </div>
    </form>
  );
}

/** What the server would refuse, said while it is typed (data/sla/desk-targets.ts). */
function problemOf(targets: TargetsView): 'positive' | 'order' | 'urgency' | null {
  const all = PRIORITIES.map((priority) => targets[priority]);
  if (all.some((clocks) => CLOCKS.some((clock) => !(clocks[clock] > 0)))) return 'positive';
  if (all.some((clocks) => clocks.resolution < clocks['first-reply'])) return 'order';
  const slower = (clock: (typeof CLOCKS)[number]): boolean =>
    all.some((clocks, index) => clocks[clock] > (all[index + 1]?.[clock] ?? Infinity));
  return CLOCKS.some(slower) ? 'urgency' : null;
}
