import type { CouponView } from './contract';
import { startAdvisorApi, type AdvisorApiFixture } from './testing/advisor-api-fixture';

let api: AdvisorApiFixture;
let nadia: string;
beforeEach(async () => {
  api = await startAdvisorApi();
  nadia = await api.signIn('advisor-abc-1');
});
afterEach(() => api.stop());

async function entered(personId = 'abc-camille', assignmentId = 'assignment-martin'): Promise<string> {
  const result = await api.data.services.coupons.enter({
    idempotencyKey: `k-${assignmentId}`,
    personId,
    draft: {
      assignmentId,
      startsAt: new Date('2026-11-17T13:00:00Z'),
      endsAt: new Date('2026-11-17T14:20:00Z'),
    },
    now: api.data.clock.now(),
  });
  if (!result.ok) throw new Error(result.fault.code);
  return result.value.id;
}

describe('refusing a coupon', () => {
  test('it is marked, with the reason, and the tutor is told', async () => {
    const id = await entered();
    const answer = await api.post(`/coupons/${id}/reject`, { reason: ' Le cours n’a pas eu lieu ' }, nadia);
    expect(answer.status).toBe(200);
    expect(answer.json<CouponView>()).toMatchObject({
      id,
      desk: 'abc',
      status: 'rejected',
      rejection: { reason: 'Le cours n’a pas eu lieu' },
    });
    const { coupons } = await api.read<{ coupons: CouponView[] }>('/coupons', nadia);
    expect(coupons.find((coupon) => coupon.id === id)?.status).toBe('rejected');
    const told = (await api.data.services.outbox.claim(api.data.clock.now(), 50)).map(
      ({ payload }) => payload,
    );
    expect(told).toContainEqual(
      expect.objectContaining({ kind: 'notice', personId: 'abc-camille', conversationId: null }),
    );
  });

  test('sent twice it is refused once; another advisor’s refusal is told of the first', async () => {
    const id = await entered();
    const refuse = (reason: string, cookie: string) => api.post(`/coupons/${id}/reject`, { reason }, cookie);
    const [first, again] = await Promise.all([refuse('Doublon', nadia), refuse('Doublon', nadia)]);
    expect([first.status, again.status]).toEqual([200, 200]);
    const other = await refuse('Trop long', await api.signIn('advisor-abc-2'));
    expect(other.status).toBe(409);
    expect(other.json().error).toMatchObject({
      code: 'coupon-already-rejected',
      message: expect.stringContaining('Doublon'),
    });
  });

  test('without a reason, of another desk, or unknown: nothing happens', async () => {
    const id = await entered();
    const foreign = await api.signIn('advisor-mentor-1');
    expect((await api.post(`/coupons/${id}/reject`, { reason: '  ' }, nadia)).status).toBe(400);
    expect((await api.post(`/coupons/${id}/reject`, {}, nadia)).status).toBe(400);
    expect((await api.post(`/coupons/${id}/reject`, { reason: 'x'.repeat(501) }, nadia)).status).toBe(400);
    expect((await api.post(`/coupons/${id}/reject`, { reason: 'Doublon' }, foreign)).status).toBe(404);
    expect((await api.post('/coupons/nothing/reject', { reason: 'Doublon' }, nadia)).status).toBe(404);
    expect((await api.post(`/coupons/${id}/reject`, { reason: 'Doublon' })).status).toBe(401);
    expect((await api.data.services.coupons.find(id))?.status).toBe('saved');
  });

  test('an IBAN in a reason is masked before it is stored', async () => {
    const id = await entered();
    await api.post(`/coupons/${id}/reject`, { reason: 'IBAN FR7630006000011234567890189 ?' }, nadia);
    expect((await api.data.services.coupons.find(id))?.rejection?.reason).not.toContain('7630006');
  });
});

describe('the file of a month', () => {
  const file = async (query: string, cookie = nadia) => api.get(`/coupons/export?${query}`, cookie);
  const lines = (text: string): string[][] =>
    text
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(';'));

  test('every lesson of the month, with hours to reckon with, late and refused ones marked', async () => {
    const id = await entered();
    await api.post(`/coupons/${id}/reject`, { reason: '=cmd|calc' }, nadia);
    const answer = await file('month=2026-11&desk=abc');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toContain("filename*=UTF-8''coupons-2026-11-abc.csv");
    const [columns = [], ...rows] = lines(answer.text);
    expect(columns).toEqual([
      'Référence',
      'Intervenant',
      'Identifiant',
      'Famille',
      'Élève',
      'Matière',
      'Date du cours',
      'Début',
      'Fin',
      'Heures',
      'Minutes',
      'Saisi le',
      'Hors délai',
      'État',
      'Motif du refus',
    ]);
    expect(rows).toContainEqual([
      expect.stringMatching(/^C-2611-/),
      'Camille Moreau',
      'abc-camille',
      'Martin',
      'Léa',
      'Mathématiques',
      '17/11/2026',
      '14:00',
      '15:20',
      '1,33',
      '80',
      '18/11/2026 10:00',
      'non',
      'refusé',
      "'=cmd|calc",
    ]);
    expect(rows.filter((row) => row[13] === 'enregistré').length).toBeGreaterThan(3);
    const october = lines((await file('month=2026-10')).text);
    expect(october.some((row) => row[1] === 'Inès Payet' && row[12] === 'oui')).toBe(true);
  });

  test('begins with a byte-order mark, so that Excel reads the accents', async () => {
    const response = await fetch(`${api.url}/api/advisor/coupons/export?month=2026-11`, {
      headers: { cookie: nadia },
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test('a month without lessons is a file with its columns alone', async () => {
    expect(lines((await file('month=2031-01')).text)).toHaveLength(1);
  });

  test.each([
    ['month=2026-13', 400],
    ['month=novembre', 400],
    ['', 400],
    ['month=2026-11&desk=ogestion', 404],
    ['month=2026-11&desk=nowhere', 404],
  ])('%s is answered with %d', async (query, status) => {
    expect((await file(query)).status).toBe(status);
  });

  test('an advisor of another desk gets her own desks’ lessons, and those are none', async () => {
    const foreign = await api.signIn('advisor-mentor-1');
    expect(lines((await file('month=2026-11', foreign)).text)).toHaveLength(1);
    expect((await file('month=2026-11&desk=abc', foreign)).status).toBe(404);
    expect((await file('month=2026-11', '')).status).toBe(401);
  });
});
