import type { WebchatKey } from '../../../data/webchat-keys/service';
import type { WebchatKeyView } from '../contract-records';
import { type ApiParts, endpoint } from '../endpoint';
import type { DeskScope } from '../scope';
import { createKeyBody, newWebchatKeyAnswer, webchatKeyAnswer, webchatKeysAnswer } from '../schemas-records';

const roles = ['admin'] as const;

/** GET /webchat-keys: the keys of the caller's desks, without their secrets. */
export const listWebchatKeys = endpoint({
  method: 'get',
  path: '/webchat-keys',
  summary: 'The keys with which host pages of your desks sign identities',
  answer: webchatKeysAnswer,
  roles,
  async handle({ scope }, { services }) {
    const names = await namesOf(scope, services);
    const keys = await services.webchatKeys.list(scope.deskIds);
    return { kind: 'json', body: { keys: keys.map((key) => keyView(key, names)) } };
  },
});

/** POST /webchat-keys: a new key. Its secret is in this answer only. */
export const createWebchatKey = endpoint({
  method: 'post',
  path: '/webchat-keys',
  summary: 'Make a key for the host page of a desk; its secret is answered once',
  body: createKeyBody,
  answer: newWebchatKeyAnswer,
  roles,
  async handle({ body, advisor, scope, now }, { services }) {
    const deskId = scope.desk(body.desk);
    const { key, secret } = await services.webchatKeys.create({
      deskId,
      label: body.label,
      advisorId: advisor.id,
      now,
    });
    scope.owned(key, key.deskId);
    return { kind: 'json', body: { key: keyView(key, await namesOf(scope, services)), secret } };
  },
});

/** POST /webchat-keys/:id/revoke: ends a key at once. */
export const revokeWebchatKey = endpoint({
  method: 'post',
  path: '/webchat-keys/:id/revoke',
  summary: 'End a key at once',
  answer: webchatKeyAnswer,
  roles,
  async handle({ params, scope, now }, { services }) {
    const found = await services.webchatKeys.find(params.id ?? '');
    const { id } = scope.owned(found, found?.deskId);
    const revoked = await services.webchatKeys.revoke(id, now);
    const key = scope.owned(revoked, revoked?.deskId);
    return { kind: 'json', body: keyView(key, await namesOf(scope, services)) };
  },
});

async function namesOf(
  scope: DeskScope,
  { advisors }: ApiParts['services'],
): Promise<ReadonlyMap<string, string>> {
  return new Map((await advisors.ofDesks(scope.deskIds)).map(({ id, name }) => [id, name]));
}

const keyView = (key: WebchatKey, names: ReadonlyMap<string, string>): WebchatKeyView => ({
  id: key.id,
  desk: key.deskId,
  label: key.label,
  ending: key.ending,
  fingerprint: key.fingerprint,
  createdBy: key.createdById === null ? null : (names.get(key.createdById) ?? null),
  createdAt: key.createdAt.toISOString(),
  revokedAt: key.revokedAt?.toISOString() ?? null,
});
