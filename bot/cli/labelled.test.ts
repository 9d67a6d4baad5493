import { testLine } from './labelled';

describe('A line of a test set', () => {
  it.each([
    ['one request', { text: 'jai pas été payé', topic_id: 'abc.pay-missing', desk: 'abc', style: 'sms' }],
    ['another topic is right too', { text: 'x', topic_id: 'a.b', also: ['a.c'] }],
    ['several requests', { text: 'x et y', intents: ['a.b', 'a.c'] }],
  ])('%s', (_name, line) => expect(testLine.parse(line)).toMatchObject(line));

  it.each([
    ['without a label', { text: 'x' }],
    ['without a text', { topic_id: 'a.b' }],
  ])('%s says what it needs', (_name, line) => {
    const outcome = testLine.safeParse(line);
    expect(outcome.error?.issues[0]?.message).toMatch(/"text" with "topic_id"/);
  });
});
