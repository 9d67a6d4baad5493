import { startEdge, type EdgeFixture } from '../testing/edge-fixture';

const TENANT = '72f988bf-86f1-41af-91ab-2d7cd011db47';
const OTHER_TENANT = '11111111-86f1-41af-91ab-2d7cd011db47';

let edge: EdgeFixture;
beforeAll(async () => {
  edge = await startEdge({ MICROSOFT_ALLOWED_TENANTS: TENANT.toUpperCase() });
});
afterAll(() => edge.stop());

type Body = Readonly<Record<string, unknown>>;

let count = 0;
/** Somebody new in her own chat. */
const somebody = () => {
  const name = `p${(count += 1)}`;
  const objectId = `aaaaaaaa-0000-4000-8000-${String(count).padStart(12, '0')}`;
  let sent = 0;
  const message = (text: string, change: Body = {}): Body => ({
    type: 'message',
    id: `${name}-${(sent += 1)}`,
    channelId: 'msteams',
    deliveryMode: 'expectReplies',
    locale: 'fr-FR',
    from: { id: `29:${name}`, name, aadObjectId: objectId },
    recipient: { id: '28:bot', name: 'Guichet' },
    conversation: { id: `a:${name}`, conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT }, guichet: { desk: 'oc-coach' } },
    text,
    ...change,
  });
  return { identity: { tenantId: TENANT, objectId }, conversationId: `msteams:a:${name}`, message };
};

const send = async (activity: Body): Promise<string> => {
  const { status, body } = await edge.post('/api/messages', activity);
  expect(status).toBe(200);
  return (body.activities as readonly { readonly text?: string }[]).map(({ text }) => text ?? '').join('\n');
};
const newCode = async (personId = 'abc-camille'): Promise<string> =>
  (
    await edge.data.services.teamsInvitations.invite({
      personId,
      advisorId: 'advisor-abc-1',
      now: edge.data.clock.now(),
    })
  ).code;
const conversation = (id: string) => edge.data.services.conversations.find(id);

describe('a code in the personal chat', () => {
  it('makes her known: greeted by her first name, her records and desk used from then on', async () => {
    const her = somebody();
    await send(her.message('bonjour'));
    expect(edge.turns.at(-1)).toMatchObject({ person: null, desk: 'oc-coach' });
    const code = await newCode();
    expect(await send(her.message(`mon code est ${code.toLowerCase()}`))).toMatch(/^C'est fait, Camille/);
    expect(await conversation(her.conversationId)).toMatchObject({ personId: 'abc-camille', deskId: 'abc' });
    await send(her.message('où est ma paie ?'));
    expect(edge.turns.at(-1)).toMatchObject({ person: { id: 'abc-camille' }, desk: 'abc' });
  });

  it('may be the first thing that she says', async () => {
    const her = somebody();
    const message = her.message(await newCode(), { channelData: { tenant: { id: TENANT } } });
    expect(await send(message)).toMatch(/Camille/);
    expect(await conversation(her.conversationId)).toMatchObject({
      personId: 'abc-camille',
      deskId: 'abc',
      deskPending: false,
    });
  });

  it('is never kept in the conversation, nor seen by the assistant', async () => {
    const her = somebody();
    const code = await newCode();
    const before = edge.turns.length;
    await send(her.message(code));
    await send(her.message('BCDF-2345'));
    expect(edge.turns).toHaveLength(before);
    expect(await edge.data.services.conversations.since(her.conversationId, 0)).toEqual([]);
  });

  it('that is brought again by Teams has one effect and one answer in words', async () => {
    const her = somebody();
    const message = her.message(await newCode());
    const first = await send(message);
    expect(await send(message)).toBe(first);
  });

  it('is refused in words when it is wrong, used or too old; general answers go on', async () => {
    const [her, other] = [somebody(), somebody()];
    expect(await send(her.message('ABCD-EFGH'))).toMatch(/ne reconnais pas ce code/);
    const code = await newCode();
    await send(other.message(code));
    expect(await send(her.message(code))).toMatch(/déjà servi/);
    const former = await newCode();
    await newCode();
    expect(await send(her.message(former))).toMatch(/expiré/);
    expect(await send(her.message('bonjour'))).toBe('1: bonjour');
    expect(edge.turns.at(-1)?.person).toBeNull();
  });

  it('can be tried five times in a quarter of an hour; a right one is not taken then either', async () => {
    const her = somebody();
    for (let attempt = 0; attempt < 5; attempt += 1) await send(her.message('BBBB-2222'));
    expect(await send(her.message(await newCode()))).toMatch(/Trop de codes/);
    expect(await edge.data.services.teamsAccounts.find(her.identity)).toBeNull();
  });

  it('that could not be looked at is no wrong one', async () => {
    const her = somebody();
    const code = await newCode();
    const look = jest.spyOn(edge.data.services.teamsInvitations, 'redeem');
    look.mockRejectedValue(new Error('the database is away'));
    for (let attempt = 0; attempt < 5; attempt += 1) await edge.post('/api/messages', her.message(code));
    look.mockRestore();
    expect(await send(her.message(code))).toMatch(/^C'est fait, Camille/);
  });

  it('is answered in English to who uses Teams in English', async () => {
    expect(await send(somebody().message('ABCD-EFGH', { locale: 'en-US' }))).toMatch(/recognise/);
  });
});

describe('where others read', () => {
  test.each(['groupChat', 'channel'])(
    'a code is refused in a %s, and stays good',
    async (conversationType) => {
      const her = somebody();
      const code = await newCode();
      const mention = '<at>Guichet</at>';
      const said = await send(
        her.message(`${mention} mon code est ${code}`, {
          conversation: { id: '19:group@thread', conversationType, isGroup: true, tenantId: TENANT },
          entities: [{ type: 'mention', text: mention, mentioned: { id: '28:bot' } }],
        }),
      );
      expect(said).toMatch(/en privé/);
      expect(await edge.data.services.teamsAccounts.find(her.identity)).toBeNull();
      expect(await send(her.message(code))).toMatch(/Camille/);
    },
  );
});

describe('unlinking', () => {
  const linked = async () => {
    const her = somebody();
    await send(her.message(await newCode()));
    return her;
  };

  it.each(['oui', 'Oui, délier mon compte'])('asks first, then forgets her: "%s"', async (yes) => {
    const her = await linked();
    expect(await send(her.message('délier mon compte'))).toMatch(/Voulez-vous délier/);
    const message = her.message(yes);
    expect(await send(message)).toMatch(/n'est plus lié/);
    expect(await send(message)).toMatch(/n'est plus lié/);
    await send(her.message('bonjour'));
    expect(edge.turns.at(-1)?.person).toBeNull();
    expect(await conversation(her.conversationId)).toMatchObject({ personId: null });
  });

  it.each(['non', 'Non, le garder lié'])('is not done on "%s"', async (no) => {
    const her = await linked();
    await send(her.message('délier mon compte'));
    expect(await send(her.message(no))).toMatch(/reste lié/);
    expect(await edge.data.services.teamsAccounts.find(her.identity)).toMatchObject({
      personId: 'abc-camille',
    });
  });

  it('another question closes it: "oui" is then for the assistant', async () => {
    const her = await linked();
    await send(her.message('délier mon compte'));
    await send(her.message('où est ma paie ?'));
    expect(await send(her.message('oui'))).toMatch(/: oui$/);
    expect(await edge.data.services.teamsAccounts.find(her.identity)).not.toBeNull();
  });

  it('has nothing to do for who is not linked', async () => {
    expect(await send(somebody().message('délier mon compte'))).toMatch(/aucun dossier/);
  });
});

describe('tenants and guests', () => {
  it('an unknown tenant is refused politely, whatever is written, and keeps nothing', async () => {
    const her = somebody();
    const elsewhere = {
      channelData: { tenant: { id: OTHER_TENANT } },
      conversation: { id: `a:else${count}`, conversationType: 'personal', tenantId: OTHER_TENANT },
    };
    const before = edge.turns.length;
    expect(await send(her.message('bonjour', elsewhere))).toMatch(/votre compte Teams n'en fait pas partie/);
    expect(await send(her.message(await newCode(), elsewhere))).toMatch(/n'en fait pas partie/);
    expect(edge.turns).toHaveLength(before);
    expect(await conversation(`msteams:a:else${count}`)).toBeNull();
  });

  it('a guest of an allowed tenant is a visitor until she is linked', async () => {
    const her = somebody();
    const guest = {
      from: {
        id: '29:guest',
        aadObjectId: her.identity.objectId,
        userRole: 'guest',
        tenantId: OTHER_TENANT,
      },
    };
    expect(await send(her.message('bonjour', guest))).toBe('1: bonjour');
    expect(edge.turns.at(-1)?.person).toBeNull();
    expect(await send(her.message(await newCode(), guest))).toMatch(/Camille/);
    await send(her.message('bonjour', guest));
    expect(edge.turns.at(-1)?.person?.id).toBe('abc-camille');
  });

  it('without a list of tenants everybody may write: a server without an app, in a demonstration', async () => {
    const open = await startEdge();
    try {
      const { body } = await open.post('/api/messages', somebody().message('bonjour'));
      expect(JSON.stringify(body)).toContain('1: bonjour');
    } finally {
      await open.stop();
    }
  });

  it('an account that Teams does not name cannot be linked', async () => {
    const her = somebody();
    const message = her.message(await newCode(), { from: { id: '29:x' } });
    expect(await send(message)).toMatch(/quel compte/);
  });
});
