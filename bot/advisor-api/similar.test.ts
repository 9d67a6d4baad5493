import fc from 'fast-check';
import { textLikeness } from './likeness';
import { similarTo } from './similar';

const AT = new Date('2026-11-18T09:00:00Z');
const ticket = (id: string, subject: string, rest: object = {}) => ({
  id,
  subject,
  topicId: 'oc-mentor.payment-late',
  deskId: 'oc-mentor' as const,
  createdAt: AT,
  ...rest,
});

describe('how alike two texts are', () => {
  test.each([
    ['le virement du 5 a échoué', 'virement du 5 échoué', 0.5, 1],
    ['mon paiemment est en retard', 'paiement en retard', 0.4, 1],
    ['le virement a échoué', 'quel est mon tarif ?', 0, 0.1],
    ['', 'quoi que ce soit', 0, 0],
  ])('"%s" and "%s"', (one, other, least, most) => {
    const likeness = textLikeness(one, other);
    expect(likeness).toBeGreaterThanOrEqual(least);
    expect(likeness).toBeLessThanOrEqual(most);
  });

  test('is a share, the same both ways, and whole for the same words', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const likeness = textLikeness(one, other);
        expect(likeness).toBe(textLikeness(other, one));
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
      }),
    );
    expect(textLikeness('virement échoué', 'virement échoué')).toBe(1);
  });
});

describe('tickets of one cause', () => {
  const own = ticket('a', 'virement échoué');

  test('itself first, then the most alike; another topic or desk is none', () => {
    const likeness = (_own: string, other: string): number => Number(other);
    const found = similarTo(
      own,
      [
        ticket('b', '0.2'),
        ticket('c', '0.9'),
        own,
        ticket('d', '1', { topicId: 'oc-mentor.invoicing' }),
        ticket('e', '1', { deskId: 'oc-coach' }),
      ],
      likeness,
    );
    expect(found.map(({ ticket: { id } }) => id)).toEqual(['a', 'c', 'b']);
  });

  test.each([
    [0, 0.16, true],
    [0, 0.14, false],
    [10, 0.24, false],
    [10, 0.26, true],
  ])('%i days apart, %f alike', (days, score, similar) => {
    const other = ticket('b', '', { createdAt: new Date(AT.getTime() + days * 86_400_000) });
    expect(similarTo(own, [other], () => score)[1]).toMatchObject({ similar });
  });
});
