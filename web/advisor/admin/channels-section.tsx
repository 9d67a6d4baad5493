import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ChannelsView, TeamsChannelView } from '../../../bot/advisor-api/contract-records';
import { DialogFrame } from '../appointments/dialog-frame';
import { useCall } from '../casework/use-call';
import { useNow, useResource, useSession } from '../context';
import { post } from '../lib/api';
import page from '../pages/page.module.css';
import { ColumnHeads } from '../parts/column-heads';
import { Loaded } from '../parts/loaded';
import { History } from './parts';
import css from './records.module.css';

const PATH = '/channels';

/** By which ways people write, and how each stands. */
export default function ChannelsSection() {
  const { channels: words } = useSession().strings.admin;
  const { data, failure } = useResource<ChannelsView>(PATH);
  return (
    <Loaded data={data} failure={failure}>
      {({ script, teams, mail, openId, dead }) => (
        <>
          <WebChat script={script} />
          <section className={css.block}>
            <h3 className={css.blockTitle}>{words.teams}</h3>
            <State on={teams.configured} />
            <TeamsChannels channels={teams.channels} />
          </section>
          <section className={css.block}>
            <h3 className={css.blockTitle}>{words.mail}</h3>
            <State on={mail.configured} />
          </section>
          <section className={css.block}>
            <h3 className={css.blockTitle}>{words.openId}</h3>
            <State on={openId !== null} />
            {openId !== null && <p className={`${css.quiet} ${css.wide}`}>{openId}</p>}
          </section>
          {dead !== null && <GivenUp dead={dead} />}
          <History about="channels" />
        </>
      )}
    </Loaded>
  );
}

function State({ on }: { readonly on: boolean }) {
  const { channels: words } = useSession().strings.admin;
  return <p className={css.state}>{on ? words.configured : words.notConfigured}</p>;
}

function WebChat({ script }: { readonly script: string }) {
  const { strings, me, notify } = useSession();
  const { channels: words } = strings.admin;
  const copy = (lines: string): void => {
    void navigator.clipboard.writeText(lines).then(() => notify({ text: words.copied }));
  };
  return (
    <section className={css.block}>
      <h3 className={css.blockTitle}>{words.webchat}</h3>
      <p className={css.quiet}>{words.webchatText}</p>
      <ul className={css.list}>
        {me.desks.map(({ id, name }) => {
          const lines = `<script src="${script}" data-desk="${id}" async></script>`;
          return (
            <li key={id}>
              <span className={css.wide}>
                {name}
                <code className={css.code}>{lines}</code>
              </span>
              <Button size="small" aria-label={words.copyOf(name)} onClick={() => copy(lines)}>
                {words.copy}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function TeamsChannels({ channels }: { readonly channels: readonly TeamsChannelView[] }) {
  const { strings, dates, me } = useSession();
  const { channels: words } = strings.admin;
  const now = useNow();
  const [leaving, setLeaving] = useState<TeamsChannelView | null>(null);
  if (channels.length === 0) return <p className={css.quiet}>{words.noChannels}</p>;
  return (
    <>
      <ul className={css.list}>
        {channels.map((channel) => {
          const desk = me.desks.find(({ id }) => id === channel.desk)?.name ?? channel.desk;
          const category =
            channel.category === null
              ? words.allCategories
              : ((strings.categories as Readonly<Record<string, string>>)[channel.category] ??
                channel.category);
          return (
            <li key={channel.id}>
              <span className={css.wide}>
                <strong>{channel.name}</strong>
                <span className={page.quiet}>
                  {desk}, {category}, {words.linked(dates.day(channel.linkedAt, now))}
                </span>
                <span className={channel.dead ? css.bad : undefined}>
                  {channel.dead
                    ? words.dead(dates.day(channel.dead.at, now), channel.dead.reason)
                    : words.alive}
                </span>
              </span>
              <Button
                size="small"
                aria-label={words.unlinkOf(channel.name)}
                onClick={() => setLeaving(channel)}
              >
                {words.unlink}
              </Button>
            </li>
          );
        })}
      </ul>
      {leaving !== null && <Unlink channel={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}

function Unlink({ channel, onClose }: { readonly channel: TeamsChannelView; readonly onClose: () => void }) {
  const { strings, resources, notify } = useSession();
  const { channels: words } = strings.admin;
  const { busy, fault, run } = useCall();
  const unlink = async (): Promise<void> => {
    const left = await run(() => post<ChannelsView>(`${PATH}/${channel.id}/unlink`));
    if (left === null) return;
    resources.update<ChannelsView>(PATH, () => left);
    notify({ text: words.unlinked });
    onClose();
  };
  return (
    <DialogFrame
      title={words.unlinkTitle(channel.name)}
      leave={words.cancel}
      confirm={words.unlink}
      ready
      busy={busy}
      fault={fault}
      onConfirm={() => void unlink()}
      onClose={onClose}
    >
      <p>{words.unlinkText}</p>
    </DialogFrame>
  );
}

function GivenUp({ dead }: { readonly dead: NonNullable<ChannelsView['dead']> }) {
  const { channels: words } = useSession().strings.admin;
  const columns = words.deadColumns;
  return (
    <section className={css.block}>
      <h3 className={css.blockTitle}>{words.givenUp}</h3>
      {dead.length === 0 ? (
        <p className={css.quiet}>{words.noDead}</p>
      ) : (
        <table className={page.table}>
          <ColumnHeads columns={columns} />
          <tbody>
            {dead.map(({ kind, reason, count }) => (
              <tr key={`${kind} ${reason}`}>
                <th scope="row" data-label={columns.kind}>
                  {kind}
                </th>
                <td className={css.wide} data-label={columns.reason}>
                  {reason}
                </td>
                <td data-label={columns.count}>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
