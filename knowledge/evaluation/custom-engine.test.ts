import { understandExplained } from '../understand';
import { CUSTOM_DESK, customSet, trainCustom } from './custom-engine';

const line = (text: string, topic_id: string) => ({ text, topic_id });
const FEW = [
  line('how do I cook rice', 'food'),
  line('recipe for pancakes', 'food'),
  line('what can I make with eggs', 'food'),
  line('is it going to rain', 'weather'),
  line('will it be sunny tomorrow', 'weather'),
  line('temperature this weekend', 'weather'),
  line('tell me a joke', 'out-of-scope'),
];

describe('training on a file', () => {
  test('two topics and six lines are enough to tell them apart', () => {
    const { engine } = trainCustom(customSet(FEW), new Map(), []);
    const topic = (text: string) =>
      understandExplained(engine, text, CUSTOM_DESK).understanding.topics[0]?.id;
    expect(topic('cook some pancakes')).toBe('food');
    expect(topic('rain this weekend ?')).toBe('weather');
  });

  test('out-of-scope is no topic', () => {
    const set = customSet(FEW);
    expect(set.classes).toEqual(['food', 'weather']);
    const { engine } = trainCustom(set, new Map(), []);
    const { topics } = understandExplained(engine, 'tell me a joke', CUSTOM_DESK).understanding;
    expect(topics.map(({ id }) => id).sort()).toEqual(['food', 'weather']);
  });

  test('a word that is common in other texts counts less, however rare it is in the examples', () => {
    const set = customSet([
      line('should the forecast change', 'weather'),
      line('storms coming soon', 'weather'),
      line('recipe of pancakes', 'food'),
      line('rice with eggs', 'food'),
    ]);
    const background = [
      'should the train stop',
      'should the shop open',
      'should the bank pay',
      'should the bus run',
    ];
    const first = (texts: readonly string[]) => {
      const { engine } = trainCustom(set, new Map(), texts);
      return understandExplained(engine, 'should the pancakes', CUSTOM_DESK).understanding.topics[0]?.id;
    };
    expect(first([])).toBe('weather');
    expect(first(background)).toBe('food');
  });

  test('a background text that shows no language tells nothing', () => {
    const set = customSet([
      line('should the forecast change', 'weather'),
      line('storms coming soon', 'weather'),
      line('recipe of pancakes', 'food'),
      line('rice with eggs', 'food'),
    ]);
    const scores = (texts: readonly string[]) =>
      understandExplained(trainCustom(set, new Map(), texts).engine, 'storms with eggs', CUSTOM_DESK)
        .understanding.topics;
    expect(scores(['404', 'Eggs ?', 'Storms'])).toEqual(scores([]));
    expect(scores(['do you have eggs', 'where are the eggs'])).not.toEqual(scores([]));
  });

  describe('a class of everything else', () => {
    const rest = (name: string) => customSet([...FEW.slice(0, 6), line('sell my red bicycle', name)]);

    test.each(['None', 'none', 'Other', 'Aucun', 'autre'])('is known by its name: %s', (name) => {
      expect(rest(name).catchAll).toBe(name);
    });

    test.each(['nonesuch', 'another', 'bicycle', 'out-of-scope'])('%s is none', (name) => {
      expect(rest(name).catchAll).toBeUndefined();
    });

    const firstOf = (set: ReturnType<typeof customSet>, text: string) =>
      understandExplained(trainCustom(set, new Map(), []).engine, text, CUSTOM_DESK).understanding.topics[0]
        ?.id;

    test.each([
      ['gibbering xylophone quartz', 'None'],
      ['my bicycle', 'None'],
      ['recipe for rice', 'food'],
      ['will it rain tomorrow', 'weather'],
    ])('has what no other class claims: %s', (text, topic) => {
      expect(firstOf(rest('None'), text)).toBe(topic);
    });

    test('with few examples takes nothing from another class by a likeness of its own', () => {
      const few = [line('recipe for a red bicycle', 'None'), line('what is a red recipe', 'None')];
      expect(firstOf(customSet([...FEW.slice(0, 6), ...few]), 'red pancakes recipe')).toBe('food');
    });

    test('with many examples is asked like any other', () => {
      const goods = ['rice', 'pancakes', 'eggs', 'rain', 'weekend'];
      const places = ['bicycle', 'car', 'house', 'boat'];
      const many = places.flatMap((place) => goods.map((each) => line(`sell my ${each} ${place}`, 'None')));
      const first = (count: number) =>
        firstOf(customSet([...FEW.slice(0, 6), ...many.slice(0, count)]), 'sell my pancakes recipe');
      expect(first(20)).toBe('None');
      expect(first(19)).toBe('food');
    });
  });

  test('with enough lines the confidence is fitted, and foreign messages are refused', () => {
    const foods = ['rice', 'pasta', 'eggs', 'bread', 'soup', 'cake', 'salad', 'curry', 'fish', 'beans'];
    const skies = ['rain', 'snow', 'sun', 'wind', 'fog', 'storm', 'hail', 'frost', 'clouds', 'heat'];
    const others = [
      'football',
      'music',
      'a flight',
      'my bank',
      'a lawyer',
      'the news',
      'a film',
      'a loan',
      'my car',
      'a joke',
    ];
    const frames = [
      'tell me about',
      'I want',
      'any',
      'more',
      'what of',
      'please say something of',
      'do we have',
      'think of',
    ];
    const lines = frames.flatMap((frame) => [
      ...foods.map((word) => line(`${frame} ${word} for dinner`, 'food')),
      ...skies.map((word) => line(`${frame} ${word} outside`, 'weather')),
      ...others.map((word) => line(`${frame} ${word} on the phone`, 'out-of-scope')),
    ]);
    const { engine } = trainCustom(customSet(lines), new Map(), []);
    const judge = (text: string) => understandExplained(engine, text, CUSTOM_DESK).understanding;
    expect(judge('I would like rice for dinner')).toMatchObject({
      decision: 'answer',
      topics: [{ id: 'food' }, {}],
    });
    expect(judge('some music on the phone').decision).toBe('reject');
  });
});
