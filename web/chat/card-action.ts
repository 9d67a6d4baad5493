interface CardAction {
  readonly type?: string;
  readonly value?: unknown;
}
type Next = (args: { readonly cardAction: CardAction; readonly [property: string]: unknown }) => unknown;

/**
 * Web Chat sends a card's button as a postBack, which the conversation does not show. Ours carry their label: sent as a
 * messageBack, the label stands in the conversation as what the person said, and the action goes along as its value.
 */
export const cardActionMiddleware = () => (next: Next) => (args: Parameters<Next>[0]) => {
  const { value } = args.cardAction;
  if (args.cardAction.type !== 'postBack' || !isButtonData(value)) return next(args);
  return next({
    ...args,
    cardAction: {
      type: 'messageBack',
      text: value.label,
      displayText: value.label,
      value: { guichet: value.guichet },
    } as CardAction,
  });
};

const isButtonData = (value: unknown): value is { readonly guichet: unknown; readonly label: string } =>
  typeof value === 'object' &&
  value !== null &&
  'guichet' in value &&
  typeof (value as { label?: unknown }).label === 'string';
