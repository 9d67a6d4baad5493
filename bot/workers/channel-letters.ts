import type { OutboxPayload } from '../../data/outbox/types';
import type { Services } from '../../data/services';
import { channelDeadMail } from '../mail/channel-letter';
import type { Mailer } from '../mail/mailer';

export type ChannelDeadPayload = OutboxPayload & { readonly kind: 'channel-dead' };

/** Tells a supervisor that a channel on Teams is dead; nothing when it has been linked anew or unlinked since. */
export async function tellChannelDead(
  { teamsChannelId, advisorId }: ChannelDeadPayload,
  { teamsChannels, advisors, desks }: Pick<Services, 'teamsChannels' | 'advisors' | 'desks'>,
  mailer: Pick<Mailer, 'send'>,
  publicUrl: string,
): Promise<void> {
  const channel = await teamsChannels.find(teamsChannelId);
  const advisor = await advisors.find(advisorId);
  if (channel === null || advisor === null) return;
  const { dead } = channel;
  if (dead === null) return;
  const desk = await desks.find(channel.deskId);
  await mailer.send(channelDeadMail({ ...channel, dead }, desk, advisor, `${publicUrl}/advisor`));
}
