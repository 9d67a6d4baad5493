import { API_FAULTS } from './errors';
import { API_FAULTS_EN } from './errors.en';
import { languageOf } from './language';
import { startAdvisorApi } from './testing/advisor-api-fixture';

test.each([
  ['en', 'en'],
  ['en-GB,fr;q=0.8', 'en'],
  ['EN', 'en'],
  ['fr', 'fr'],
  ['fr-FR,en;q=0.8', 'fr'],
  ['de', 'fr'],
  ['enx', 'fr'],
  ['', 'fr'],
  [undefined, 'fr'],
])('whoever asks in %s is refused in %s', (asked, language) => {
  expect(languageOf({ headers: { 'accept-language': asked } })).toBe(language);
});

test('every refusal says something of its own in both languages', () => {
  for (const [code, { message }] of Object.entries(API_FAULTS)) {
    const english = API_FAULTS_EN[code as keyof typeof API_FAULTS_EN];
    expect({ code, english: english !== message && /[.!?]$/.test(english) }).toEqual({ code, english: true });
  }
});

test('a call from the application in English is refused in English, each of many as well', async () => {
  const api = await startAdvisorApi();
  try {
    const nadia = await api.signIn('advisor-abc-1');
    const english = { 'accept-language': 'en' };
    const refused = await api.post(
      '/tickets/nowhere/priority',
      { priority: 'high', version: 1 },
      nadia,
      english,
    );
    expect(refused.json().error).toEqual({ code: 'not-found', message: API_FAULTS_EN['not-found'] });
    const tickets = [{ id: 'nowhere', version: 1 }];
    const many = await api.post('/bulk', { action: 'assign', assigneeId: null, tickets }, nadia, english);
    expect(many.json<{ failed: unknown }>().failed).toMatchObject([
      { error: { message: API_FAULTS_EN['not-found'] } },
    ]);
    const french = await api.post('/tickets/nowhere/priority', { priority: 'high', version: 1 }, nadia);
    expect(french.json().error.message).toBe(API_FAULTS['not-found'].message);
  } finally {
    await api.stop();
  }
});
