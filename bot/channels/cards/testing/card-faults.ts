import { join } from 'node:path';

interface CardsPackage {
  AdaptiveCard: new () => {
    parse(json: object, context: object): void;
    validateProperties(): { validationEvents: { message: string }[] };
  };
  SerializationContext: new () => { eventCount: number; getEventAt(index: number): { message: string } };
}

/** What the Adaptive Cards package that Web Chat renders with finds wrong in a card. */
export function faultsOf(card: object): string[] {
  const folder = join(__dirname, '../../../../node_modules/botframework-webchat');
  const manifest = require.resolve('adaptivecards/package.json', { paths: [folder] });
  const cards = jest.requireActual<CardsPackage>(join(manifest, '../dist/adaptivecards.js'));
  const context = new cards.SerializationContext();
  const parsed = new cards.AdaptiveCard();
  parsed.parse(card, context);
  const parsing = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...parsing, ...parsed.validateProperties().validationEvents.map(({ message }) => message)];
}
