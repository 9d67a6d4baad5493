import { z } from 'zod';
import type { JsonValue } from '../../data/conversations/types';
import { ok, refused, type Result } from '../../data/result';
import type { Turn } from '../../dialogs/turn';
import { readAction, readCard } from './action';
import type { PendingFile } from './pending-file';
import { beginningOf, cleanText, stripControls } from './clean-text';

/** What the edge keeps beside the activity itself, to make the turn from it, now or after a crash. Never sent out. */
export interface TurnMaterial {
  readonly kind: Turn['kind'];
  readonly text: string;
  readonly action: Turn['action'];
  readonly attachments: Turn['attachments'];
  readonly refusedAttachments: Turn['refusedAttachments'];
  readonly unreadable: Turn['unreadable'];
  readonly edited?: boolean;
  readonly edits?: string;
  readonly card?: Turn['card'];
  /** Files that are fetched before the turn is run. */
  readonly files?: readonly PendingFile[];
}

/** An activity that passed the door, ready to be stored. */
export interface InboundActivity {
  readonly type: string;
  /** As it goes over the wire again (the echo), with the turn's material under `guichet`. */
  readonly payload: { readonly [key: string]: JsonValue };
  /** For the transcript that advisors read. */
  readonly text: string;
  readonly owesTurn: boolean;
}

export interface ReadOptions {
  /** Masks what must not be stored (IBAN, social-security numbers). */
  readonly redact: (text: string) => string;
  readonly attachments?: Turn['attachments'];
  readonly refusedAttachments?: Turn['refusedAttachments'];
  readonly files?: readonly PendingFile[];
  /** It is a message that she has changed. */
  readonly edited?: boolean;
  /** The stored id of that message. */
  readonly edits?: string;
}

const MAX_ID = 500;
const text = z.string().nullish();
const mention = z.object({
  type: z.literal('mention'),
  text: z.string().min(1),
  mentioned: z.looseObject({ id: z.string().min(1) }),
});

/** What an activity must be for anything behind the door to touch it. Unknown properties are dropped when it is stored. */
const ACTIVITY = z.looseObject({
  type: z.string('type must be a string').min(1, 'type must not be empty').max(100, 'type is too long'),
  id: z.string('id must be a string').max(MAX_ID, 'id is too long').nullish(),
  name: z.string('name must be a string').max(200, 'name is too long').nullish(),
  text: z.string('text must be a string').nullish(),
  textFormat: text,
  locale: z.string('locale must be a string').max(40, 'locale is too long').nullish(),
  from: z
    .looseObject({ id: z.string('from.id must be a string').max(MAX_ID).nullish() }, 'from must be an object')
    .nullish(),
  recipient: z
    .looseObject(
      { id: z.string('recipient.id must be a string').max(MAX_ID).nullish() },
      'recipient must be an object',
    )
    .nullish(),
  conversation: z
    .looseObject(
      { id: z.string('conversation.id must be a string').max(MAX_ID).nullish() },
      'conversation must be an object',
    )
    .nullish(),
  channelData: z.looseObject({}, 'channelData must be an object').nullish(),
  entities: z
    .array(
      z.union(
        [mention, z.looseObject({ type: z.string().min(1) }).refine((entity) => entity.type !== 'mention')],
        'every entity needs a type; a mention needs its text and who is mentioned',
      ),
      'entities must be a list',
    )
    .max(100, 'too many entities')
    .nullish(),
  attachments: z
    .array(
      z.looseObject(
        {
          contentType: z.string('every attachment needs a contentType').max(200),
          name: z.string().max(1_000).nullish(),
        },
        'every attachment must be an object',
      ),
      'attachments must be a list',
    )
    .max(50, 'too many attachments')
    .nullish(),
});
export type RawActivity = z.output<typeof ACTIVITY>;

/** Checks an activity as it came; the refusal says which property is wrong and how it must be. */
export function parseActivity(raw: unknown): Result<RawActivity, string> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return refused('An activity is a JSON object.');
  }
  const parsed = ACTIVITY.safeParse(raw);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  return refused(`Malformed activity (${issue?.path.join('.') ?? 'body'}): ${issue?.message ?? 'invalid'}.`);
}

/** The types that a conversation keeps. Typing, reactions and the like are acknowledged and forgotten. */
export const isKept = (type: string): boolean => type === 'message' || type === 'event';

/** Makes the stored form of a checked activity: known properties only, masked, without characters that are no writing. */
export function toInbound(activity: RawActivity, options: ReadOptions): InboundActivity {
  const mask = (value: string): string => options.redact(stripControls(value));
  const material = turnMaterial(activity, options);
  const payload = {
    type: activity.type,
    ...optional('name', activity.name && mask(activity.name)),
    ...optional('text', activity.text && mask(activity.text)),
    ...optional('textFormat', activity.textFormat),
    ...optional('locale', activity.locale),
    ...optional('value', maskDeep(activity.value, mask)),
    ...optional('channelData', wireChannelData(activity.channelData)),
    guichet: material as unknown as JsonValue,
  } as const;
  return {
    type: activity.type,
    payload: payload as InboundActivity['payload'],
    text: transcriptText(activity, material, mask),
    owesTurn: activity.type === 'message' || options.edited === true,
  };
}

/** The payload of "somebody opened this conversation", which owes the welcome. */
export function joinedInbound(): InboundActivity {
  const material: TurnMaterial = {
    kind: 'joined',
    text: '',
    action: null,
    attachments: [],
    refusedAttachments: [],
    unreadable: null,
  };
  return {
    type: 'conversationUpdate',
    payload: { type: 'conversationUpdate', guichet: material as unknown as JsonValue },
    text: '',
    owesTurn: true,
  };
}

/** The text without the words "@Guichet", which are an address and not part of the question. */
export const withoutOwnMention = (activity: RawActivity): string =>
  ownMentions(activity)
    .reduce((rest, { text: words }) => rest.replace(words, ' '), activity.text ?? '')
    // Teams writes the space behind a mention so.
    .replace(/&nbsp;/g, ' ');

/** Whether the assistant is mentioned. */
export const mentionsRecipient = (activity: RawActivity): boolean => ownMentions(activity).length > 0;

function ownMentions({ entities, recipient }: RawActivity): readonly z.output<typeof mention>[] {
  return (entities ?? []).flatMap((entity) => {
    const read = mention.safeParse(entity);
    return read.success && read.data.mentioned.id === recipient?.id ? [read.data] : [];
  });
}

function turnMaterial(activity: RawActivity, options: ReadOptions): TurnMaterial {
  const action = withMaskedFields(readAction(activity.value), options.redact);
  const card = readCard(activity.value);
  const masked = <F extends { readonly name: string }>(file: F): F => ({
    ...file,
    name: options.redact(file.name),
  });
  const attachments = (options.attachments ?? []).map(masked);
  const refusedAttachments = (options.refusedAttachments ?? []).map(masked);
  const files = (options.files ?? []).map(masked);
  const clean = cleanText(withoutOwnMention(activity), options.redact);
  const somethingElse = action !== null || attachments.length + refusedAttachments.length + files.length > 0;
  return {
    kind: 'message',
    text: clean.text,
    action,
    attachments,
    refusedAttachments,
    unreadable: clean.unreadable === 'empty' && somethingElse ? null : clean.unreadable,
    ...(options.edited === true ? { edited: true } : {}),
    ...(options.edits === undefined ? {} : { edits: options.edits }),
    ...(card === null ? {} : { card }),
    ...(files.length === 0 ? {} : { files }),
  };
}

/** What is typed into a card is masked like any message. */
const withMaskedFields = (action: Turn['action'], redact: (text: string) => string): Turn['action'] =>
  action?.type === 'fill'
    ? {
        ...action,
        values: Object.fromEntries(
          Object.entries(action.values).map(([slot, raw]) => [slot, redact(stripControls(raw))]),
        ),
      }
    : action;

function transcriptText(
  activity: RawActivity,
  material: TurnMaterial,
  mask: (text: string) => string,
): string {
  const files = [...material.attachments, ...material.refusedAttachments, ...(material.files ?? [])].map(
    (file) => `[${file.name || 'image'}]`,
  );
  const label = (activity.value as { label?: unknown } | null | undefined)?.label;
  const said = activity.text?.trim() ? activity.text.trim() : typeof label === 'string' ? label : '';
  return [beginningOf(mask(said)), ...files].filter((part) => part !== '').join(' ');
}

/** Only what the client needs in its echo; a client cannot speak in the assistant's name through `channelData.guichet`. */
function wireChannelData(channelData: RawActivity['channelData']): JsonValue | undefined {
  if (!channelData) return undefined;
  const kept = ['clientActivityID', 'clientTimestamp', 'postBack', 'messageBack', 'state', 'attachmentSizes']
    .filter((key) => key in channelData)
    .map((key) => [key, channelData[key] as JsonValue] as const);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function maskDeep(value: unknown, mask: (text: string) => string, depth = 0): JsonValue | undefined {
  if (value === undefined || depth > 8) return undefined;
  if (typeof value === 'string') return mask(value);
  if (typeof value !== 'object' || value === null) return value as JsonValue;
  if (Array.isArray(value)) return value.map((item) => maskDeep(item, mask, depth + 1) ?? null);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const masked = maskDeep(item, mask, depth + 1);
      return masked === undefined ? [] : [[key, masked]];
    }),
  );
}

const optional = (key: string, value: JsonValue | undefined | ''): { readonly [key: string]: JsonValue } =>
  value === undefined || value === null || value === '' ? {} : { [key]: value };
