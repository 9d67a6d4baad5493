import { Button, Field, Select, Spinner } from '@fluentui/react-components';
import { type DragEvent, useState } from 'react';
import type { ImportKindName, ImportLine, ImportReportView } from '../../../bot/advisor-api/contract-records';
import { useCall } from '../casework/use-call';
import { useNow, useResource, useSession } from '../context';
import { ApiFailure, download, upload } from '../lib/api';
import page from '../pages/page.module.css';
import { Loaded } from '../parts/loaded';
import { failureText } from '../parts/states';
import { ColumnHeads } from '../parts/column-heads';
import css from './records.module.css';

const PATH = '/imports';
const KINDS: readonly ImportKindName[] = ['people', 'assignments', 'students', 'invoices'];

/** Records from a file: tried first, written when that shows no fault, all or nothing. */
export default function ImportSection() {
  const { strings, resources, notify } = useSession();
  const { import: words } = strings.admin;
  const [kind, setKind] = useState<ImportKindName>('people');
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<ImportReportView | null>(null);
  const { busy, fault, run } = useCall();
  const send = (mode: 'try' | 'write', chosen: File) =>
    run(() =>
      upload<ImportReportView>(
        `${PATH}?${new URLSearchParams({ kind, mode, name: chosen.name.slice(0, 200) })}`,
        chosen,
      ),
    );
  const leave = (): void => {
    setFile(null);
    setReport(null);
  };
  const choose = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    setFile(chosen);
    setReport(await send('try', chosen));
  };
  const write = async (): Promise<void> => {
    const written = file && (await send('write', file));
    if (!written) return;
    // Somebody may have changed the records since the trial: then its faults are shown, and nothing was written.
    if (!written.written) return setReport(written);
    leave();
    resources.refresh((path) => path === PATH);
    notify({ text: words.done(written.created, written.changed) });
  };
  const save = (path: string): void => {
    download(path).catch((error: unknown) => {
      const failure = error instanceof ApiFailure ? error : new ApiFailure(0, 'offline', '');
      notify({ text: failureText(strings, failure), tone: 'failure' });
    });
  };
  return (
    <>
      <div className={css.tools}>
        <Field label={words.kind}>
          <Select
            value={kind}
            onChange={(_event, { value }) => {
              setKind(value as ImportKindName);
              leave();
            }}
          >
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {words.kinds[one]}
              </option>
            ))}
          </Select>
        </Field>
        <Button onClick={() => save(`${PATH}/template?kind=${kind}`)}>{words.template}</Button>
        <Button onClick={() => save(`${PATH}/export?kind=${kind}`)}>{words.export}</Button>
      </div>
      {report === null && <FileField key={kind} busy={busy} onChoose={(chosen) => void choose(chosen)} />}
      <div aria-live="polite">
        {busy && <Spinner size="tiny" label={report === null ? words.reading : words.writing} />}
        {fault !== null && <p className={css.fault}>{fault}</p>}
        {file !== null && report !== null && (
          <Report
            file={file.name}
            report={report}
            busy={busy}
            onConfirm={() => void write()}
            onLeave={leave}
          />
        )}
      </div>
      <History />
    </>
  );
}

function FileField(props: { readonly busy: boolean; readonly onChoose: (file: File | undefined) => void }) {
  const { import: words } = useSession().strings.admin;
  const [over, setOver] = useState(false);
  const drag = (entered: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(entered);
  };
  return (
    <div
      className={`${css.drop} ${css.block}`}
      data-over={over || undefined}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        if (!props.busy) props.onChoose(event.dataTransfer.files[0]);
      }}
    >
      <p>{words.drop}</p>
      <input
        type="file"
        accept=".csv,.txt,text/csv"
        aria-label={words.file}
        disabled={props.busy}
        onChange={({ target }) => props.onChoose(target.files?.[0])}
      />
      <p className={css.quiet}>{words.hint}</p>
    </div>
  );
}

function Report(props: {
  readonly file: string;
  readonly report: ImportReportView;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onLeave: () => void;
}) {
  const { report, busy } = props;
  const { import: words } = useSession().strings.admin;
  const { created, changed, unchanged, faultCount, faults } = report;
  const toDo = created + changed;
  return (
    <section className={css.block} aria-label={words.preview(props.file)}>
      <h3 className={css.blockTitle}>{words.preview(props.file)}</h3>
      {faultCount > 0 ? (
        <p className={css.fault}>{words.faults(faultCount, faults.length)}</p>
      ) : (
        <dl className={css.counts}>
          {(
            [
              ['created', created],
              ['changed', changed],
              ['unchanged', unchanged],
            ] as const
          ).map(([name, count]) => (
            <div key={name}>
              <dt>{words[name]}</dt>
              <dd>{count}</dd>
            </div>
          ))}
        </dl>
      )}
      {faultCount === 0 && toDo === 0 && <p>{words.nothing}</p>}
      {faultCount > 0 && <Faults report={report} />}
      <div className={css.tools}>
        {faultCount === 0 && toDo > 0 && (
          <Button appearance="primary" disabledFocusable={busy} onClick={props.onConfirm}>
            {words.confirm(toDo)}
          </Button>
        )}
        <Button disabledFocusable={busy} onClick={props.onLeave}>
          {words.leave}
        </Button>
      </div>
    </section>
  );
}

function Faults({ report }: { readonly report: ImportReportView }) {
  const { import: words } = useSession().strings.admin;
  const { columns } = words;
  return (
    <table className={`${page.table} ${css.block}`}>
      <ColumnHeads columns={columns} />
      <tbody>
        {report.faults.map((fault, index) => (
          <tr key={index}>
            <th scope="row" data-label={columns.line}>
              {fault.line}
            </th>
            <td className={css.wide} data-label={columns.column}>
              {fault.column ?? words.wholeRow}
            </td>
            <td className={css.wide} data-label={columns.value}>
              {fault.value ?? '–'}
            </td>
            <td data-label={columns.mend}>{words.mend[fault.code]?.(fault) ?? fault.code}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function History() {
  const { import: words } = useSession().strings.admin;
  const { data, failure } = useResource<{ readonly imports: readonly ImportLine[] }>(PATH);
  return (
    <section className={css.block}>
      <h3 className={css.blockTitle}>{words.history}</h3>
      <Loaded data={data} failure={failure}>
        {({ imports }) =>
          imports.length === 0 ? (
            <p className={css.quiet}>{words.noHistory}</p>
          ) : (
            <Imports imports={imports} />
          )
        }
      </Loaded>
    </section>
  );
}

function Imports({ imports }: { readonly imports: readonly ImportLine[] }) {
  const { strings, dates } = useSession();
  const { import: words } = strings.admin;
  const now = useNow();
  const columns = words.historyColumns;
  return (
    <table className={page.table}>
      <ColumnHeads columns={columns} />
      <tbody>
        {imports.map((one) => (
          <tr key={one.id}>
            <th scope="row" data-label={columns.at}>
              <time dateTime={one.at} title={dates.full(one.at)}>
                {dates.day(one.at, now)}, {dates.time(one.at)}
              </time>
            </th>
            <td data-label={columns.actor}>{one.actor}</td>
            <td data-label={columns.kind}>
              {words.kinds[one.kind as ImportKindName] ?? one.kind} ({one.desk})
            </td>
            <td className={css.wide} data-label={columns.file}>
              {one.file}
            </td>
            <td data-label={columns.result}>{words.result(one.created, one.changed, one.unchanged)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
