import { Button, Field, Select } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { AuditPage } from '../../../bot/advisor-api/contract-audit';
import { useNow, useResource, useSession } from '../context';
import { actionInWords, detailInWords } from '../audit/in-words';
import { Loaded } from '../parts/loaded';
import css from './admin.module.css';

/** The addresses of the administration. */
export const adminPaths = {
  advisors: '/advisors',
  teams: '/teams',
  hours: (desk: string) => `/settings/${desk}/hours`,
  holidays: (desk: string, year: number) => `/settings/${desk}/holidays?year=${year}`,
  deadlines: (desk: string) => `/settings/${desk}/deadlines`,
} as const;

/** Which desk is shown; with one desk there is nothing to choose. */
export function useDesk(): { readonly desk: string; readonly picker: ReactNode } {
  const { me, strings } = useSession();
  const [desk, setDesk] = useState(me.desks[0]?.id ?? '');
  const picker = me.desks.length > 1 && (
    <Field label={strings.admin.desk} className={css.picker}>
      <Select value={desk} onChange={(_event, { value }) => setDesk(value)}>
        {me.desks.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
  return { desk, picker };
}

/** Who changed it last, from the log; read when it is opened. */
export function History({ about }: { readonly about: string }) {
  const { strings } = useSession();
  const [open, setOpen] = useState(false);
  return (
    <section className={css.history}>
      <Button size="small" appearance="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
        {strings.admin.history}
      </Button>
      {open && <HistoryLines about={about} />}
    </section>
  );
}

function HistoryLines({ about }: { readonly about: string }) {
  const { strings, dates } = useSession();
  const now = useNow();
  const { data, failure } = useResource<AuditPage>(`/audit?about=${about}`);
  return (
    <Loaded data={data} failure={failure}>
      {({ lines, names }) =>
        lines.length === 0 ? (
          <p>{strings.admin.noHistory}</p>
        ) : (
          <ul className={css.lines}>
            {lines.slice(0, 20).map(({ id, at, actor, action, about, detail }) => (
              <li key={id}>
                <strong>{actor}</strong> {actionInWords(action, strings)}
                {about !== null && ` (${about.name})`}, <time dateTime={at}>{dates.full(at)}</time>
                <span className={css.detail}>{detailInWords(detail, { strings, dates, names, now })}</span>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
