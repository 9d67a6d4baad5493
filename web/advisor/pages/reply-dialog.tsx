import { Button, Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { ReplyView } from '../../../bot/advisor-api/contract-tickets';
import { DialogFrame } from '../appointments/dialog-frame';
import css from '../appointments/dialogs.module.css';
import { useSession } from '../context';
import { ApiFailure, post } from '../lib/api';
import { paths } from '../lib/paths';
import { failureText } from '../parts/states';
import { unfilledIn } from '../ticket/reply-search';
import own from './replies.module.css';

const LONGEST_TITLE = 120;
const LONGEST_TEXT = 4000;
const ANY = '';

/** Writes a reply of a desk, or changes one; somebody else's change meanwhile is shown beside one's own. */
export function ReplyDialog(props: { readonly reply: ReplyView | null; readonly onClose: () => void }) {
  const { reply, onClose } = props;
  const { strings, me, resources, notify } = useSession();
  const { replies: words, categories } = strings;
  const { form } = words;
  const [desk, setDesk] = useState(reply?.desk ?? me.desks[0]?.id ?? '');
  const [title, setTitle] = useState(reply?.title ?? '');
  const [text, setText] = useState(reply?.text ?? '');
  const [category, setCategory] = useState(reply?.category ?? ANY);
  const [version, setVersion] = useState(reply?.version ?? 0);
  const [theirs, setTheirs] = useState<ReplyView | null>(null);
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const unknown = unfilledIn(text).filter((name) => !(name.slice(1, -1).trim() in words.fields));
  const textFault =
    text.trim() === '' ? form.textMissing : unknown.length > 0 ? form.unknown(unknown.join(', ')) : null;

  const insert = (name: string): void => {
    const at = field.current?.selectionStart ?? text.length;
    setText(`${text.slice(0, at)}{${name}}${text.slice(field.current?.selectionEnd ?? at)}`);
    field.current?.focus();
  };
  const save = async (): Promise<void> => {
    setChecked(true);
    if (title.trim() === '' || textFault !== null) return;
    setBusy(true);
    setFault(null);
    const content = { title: title.trim(), text: text.trim(), category: category === ANY ? null : category };
    try {
      await (reply === null
        ? post<ReplyView>('/replies', { desk, ...content })
        : post<ReplyView>(`/replies/${reply.id}`, { ...content, version }));
      resources.refresh((path) => path === paths.replies || path.endsWith('/replies'));
      notify({ text: reply === null ? words.done.created : words.done.edited });
      onClose();
    } catch (error) {
      const failure = error instanceof ApiFailure ? error : new ApiFailure(0, 'offline', '');
      const current = failure.currentOf<ReplyView>();
      if (failure.code === 'reply-changed' && current !== null) setTheirs(current);
      else setFault(failureText(strings, failure));
    } finally {
      setBusy(false);
    }
  };
  const settle = (taken: ReplyView, mine: boolean): void => {
    setVersion(taken.version);
    setTheirs(null);
    if (mine) return;
    setTitle(taken.title);
    setText(taken.text);
    setCategory(taken.category ?? ANY);
  };

  return (
    <DialogFrame
      title={reply === null ? form.createTitle : form.editTitle}
      leave={form.cancel}
      confirm={form.save}
      ready={theirs === null}
      busy={busy}
      fault={fault}
      onConfirm={() => void save()}
      onClose={onClose}
    >
      {theirs !== null && <Conflict theirs={theirs} onSettle={settle} />}
      {reply === null && me.desks.length > 1 && (
        <Field label={form.desk}>
          <Select value={desk} onChange={(_event, { value }) => setDesk(value)}>
            {me.desks.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field
        label={form.title}
        hint={form.titleHint}
        required
        validationState={checked && title.trim() === '' ? 'error' : 'none'}
        validationMessage={checked && title.trim() === '' ? form.titleMissing : undefined}
      >
        <Input value={title} maxLength={LONGEST_TITLE} onChange={(_event, { value }) => setTitle(value)} />
      </Field>
      <Field
        label={form.text}
        required
        validationState={checked && textFault !== null ? 'error' : 'none'}
        validationMessage={checked ? textFault : undefined}
      >
        <Textarea
          textarea={{ ref: field }}
          value={text}
          maxLength={LONGEST_TEXT}
          rows={6}
          resize="vertical"
          onChange={(_event, { value }) => setText(value)}
        />
      </Field>
      <div role="group" aria-label={form.fields} className={own.fields}>
        <span className={own.fieldsLabel}>{form.fields}</span>
        {Object.entries(words.fields).map(([name, label]) => (
          <Button key={name} size="small" onClick={() => insert(name)}>
            {label}
          </Button>
        ))}
      </div>
      <Field label={form.category}>
        <Select value={category} onChange={(_event, { value }) => setCategory(value)}>
          <option value={ANY}>{form.anyCategory}</option>
          {Object.entries(categories).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {text.trim() !== '' && <Preview text={text} />}
    </DialogFrame>
  );
}

/** What a requester would read, with an example's values. */
function Preview({ text }: { readonly text: string }) {
  const { form, examples } = useSession().strings.replies;
  const values: Readonly<Record<string, string>> = examples;
  const filled = text.replace(/\{\s*(\w+)\s*\}/g, (whole, name: string) => values[name] ?? whole);
  return (
    <section aria-label={form.preview}>
      <p className={own.fieldsLabel}>{form.preview}</p>
      <p className={own.preview}>{filled}</p>
    </section>
  );
}

function Conflict(props: {
  readonly theirs: ReplyView;
  readonly onSettle: (theirs: ReplyView, mine: boolean) => void;
}) {
  const { theirs, onSettle } = props;
  const { form } = useSession().strings.replies;
  return (
    <div className={own.conflict} role="alert">
      <p className={css.fault}>{form.conflict}</p>
      <p className={own.title}>{theirs.title}</p>
      <p className={own.text}>{theirs.text}</p>
      <div className={own.fields}>
        <Button size="small" onClick={() => onSettle(theirs, false)}>
          {form.takeTheirs}
        </Button>
        <Button size="small" onClick={() => onSettle(theirs, true)}>
          {form.keepMine}
        </Button>
      </div>
    </div>
  );
}
