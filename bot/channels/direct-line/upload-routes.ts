import type { Turn } from '../../../dialogs/turn';
import { refusal } from '../../errors';
import type { Route } from '../../http';
import { sendJson } from '../../respond';
import { toInbound, type RawActivity } from '../read-activity';
import { claimsOf } from './access';
import { checkActivity, dedupeKey } from './activity-routes';
import type { DirectLineDeps } from './deps';
import { checkFile } from './file-check';
import type { DirectLineClaims } from './tokens';
import { readUploadForm, type UploadedFile } from './upload-form';

interface CheckedFiles {
  readonly attachments: Turn['attachments'];
  readonly refusedAttachments: Turn['refusedAttachments'];
}

/**
 * `POST /v3/directline/conversations/:id/upload`. A file that is too large or of a forbidden type does not fail the upload: the
 * message goes on without it and the assistant says so.
 */
export function uploadRoutes(deps: DirectLineDeps): Route[] {
  return [
    {
      method: 'post',
      path: '/v3/directline/conversations/:id/upload',
      summary: 'Send a message with files (multipart; 10 MB a file)',
      async handler(req, res) {
        const claims = await claimsOf(req, deps.tokens);
        await deps.messageLimit.take(claims.conversation, res);
        const form = await readUploadForm(req);
        if (form.activity === null && form.files.length === 0) {
          throw refusal('BadArgument', 'The upload holds neither an activity nor a file.');
        }
        const activity = checkActivity(form.activity === null ? { type: 'message' } : parse(form.activity));
        await deps.door.enter(claims);
        const key = dedupeKey(activity);
        const known = key === null ? null : await alreadyReceived(claims, deps.door.activityId(claims, key));
        const id = known ?? (await store(claims, activity, form.files, key));
        sendJson(res, 200, { id });
      },
    },
  ];

  async function store(
    claims: DirectLineClaims,
    activity: RawActivity,
    files: readonly UploadedFile[],
    key: string | null,
  ): Promise<string> {
    const checked = await keepFiles(claims, key === null ? null : deps.door.activityId(claims, key), files);
    const inbound = toInbound(activity, { redact: deps.redact, ...checked });
    return (await deps.door.receive(claims, inbound, key)).id;
  }

  async function keepFiles(
    claims: DirectLineClaims,
    activityId: string | null,
    files: readonly UploadedFile[],
  ): Promise<CheckedFiles> {
    const attachments: Turn['attachments'][number][] = [];
    const refusedAttachments: Turn['refusedAttachments'][number][] = [];
    for (const { name, content } of files) {
      const check = content === null ? null : await checkFile(name, content);
      if (content === null || !check?.ok) {
        refusedAttachments.push({ name, reason: check && !check.ok ? check.reason : 'too-large' });
        continue;
      }
      const stored = await deps.attachments.store({
        conversationId: claims.conversation,
        activityId,
        name,
        contentType: check.contentType,
        content,
        now: deps.clock.now(),
      });
      attachments.push({ id: stored.id, name: stored.name, contentType: stored.contentType });
    }
    return { attachments, refusedAttachments };
  }

  /** The same upload sent again must not store its files a second time. */
  async function alreadyReceived(claims: DirectLineClaims, activityId: string): Promise<string | null> {
    const activities = await deps.conversations.since(claims.conversation, 0);
    return activities.some((activity) => activity.activityId === activityId) ? activityId : null;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('BadArgument', 'The activity part is not valid JSON.');
  }
}
