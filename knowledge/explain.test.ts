import { createKnowledge } from './create';
import { explainLines } from './explain';
import { FIXTURE } from './testing/fixture';

const knowledge = createKnowledge({ dir: FIXTURE });
const explain = (text: string, desk: string): string =>
  explainLines(knowledge.explain(text, { desk }), (other) => knowledge.understand(other, { desk })).join(
    '\n',
  );

describe('what decided, for whoever writes articles', () => {
  test('names the outcome with its reason, the nearest phrase and the words that count', () => {
    const lines = explain('mon virement n’est pas arrivé', 'desk-a');
    expect(lines).toMatch(/it is answered|asked to choose/);
    expect(lines).toMatch(/the first topic has \d+ %/);
    expect(lines).toMatch(/1\. desk-a\.pay-late \d+ %/);
    expect(lines).toMatch(/nearest phrase \(\d+ % alike\): "/);
    expect(lines).toMatch(/words that speak for it: .*"virement" \(\d+ % without it\)/);
  });

  test('says how likely each desk is when nobody named one', () =>
    expect(explain('mon virement', 'any')).toMatch(/nobody said which desk; it looks like desk-a 100 %/));

  test('says why a message is refused', () => {
    expect(explain('le match de hier soir', 'desk-a')).toMatch(/it is refused.*below \d+ % it is refused/);
    expect(explain('???', 'desk-a')).toMatch(/no word in it can be read/);
  });
});
