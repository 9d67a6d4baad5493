import type { StatusCard } from '../../../dialogs/reply';
import type { Action, FormCard } from '../../../dialogs/turn';

/** The part of Adaptive Cards 1.5 that Guichet draws with; both Web Chat 4.18 and Teams render all of it. */

export interface TextBlock {
  readonly type: 'TextBlock';
  /** Read as Markdown by every renderer: only articles' texts and our own words stand here, never what somebody typed. */
  readonly text: string;
  readonly wrap: true;
  readonly size?: 'Small' | 'Default' | 'Medium' | 'Large';
  readonly weight?: 'Default' | 'Bolder';
  readonly isSubtle?: boolean;
  readonly spacing?: Spacing;
  readonly style?: 'heading';
}

export interface TextRun {
  readonly type: 'TextRun';
  /** Shown letter by letter: no Markdown, no HTML. */
  readonly text: string;
  readonly size?: 'Small' | 'Default' | 'Medium' | 'Large';
  readonly weight?: 'Default' | 'Bolder';
  readonly isSubtle?: boolean;
  readonly color?: 'Attention';
}

export interface RichTextBlock {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
  readonly spacing?: Spacing;
  readonly horizontalAlignment?: 'Left' | 'Right';
}

export interface Container {
  readonly type: 'Container';
  readonly id?: string;
  readonly items: readonly CardElement[];
  readonly style?: 'default' | 'emphasis' | 'accent';
  readonly spacing?: Spacing;
  readonly separator?: boolean;
}

export interface Column {
  readonly type: 'Column';
  readonly width: 'auto' | 'stretch' | number;
  readonly items: readonly CardElement[];
  readonly style?: 'default' | 'emphasis' | 'accent';
  readonly minHeight?: string;
}

export interface ColumnSet {
  readonly type: 'ColumnSet';
  readonly columns: readonly Column[];
  readonly spacing?: Spacing;
  readonly separator?: boolean;
}

export interface ActionSet {
  readonly type: 'ActionSet';
  readonly actions: readonly (SubmitAction | ExecuteAction | RefreshAction | OpenUrlAction)[];
  readonly spacing?: Spacing;
}

/** A button. Its data is what comes back as the activity's value (read-turn reads `guichet`). */
export interface SubmitAction {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly tooltip?: string;
  readonly style?: 'positive' | 'default';
  readonly data: SubmitData;
}

/**
 * A button whose answer takes the card's place (Teams; its data comes back in an adaptiveCard/action invoke). Clients that know no such
 * button show the fallback, whose answer is a new message.
 */
export interface ExecuteAction {
  readonly type: 'Action.Execute';
  readonly verb: typeof VERB;
  readonly title: string;
  readonly style?: 'positive' | 'default';
  readonly data: Pick<SubmitData, 'guichet' | 'label' | 'card'>;
  readonly fallback: SubmitAction;
}

/** The verb of every button of the assistant's own cards. */
export const VERB = 'guichet';

/** Draws a card of requests anew in its place, without a turn: by its button, or by Teams itself when the card is looked at again. */
export interface RefreshAction {
  readonly type: 'Action.Execute';
  readonly verb: typeof REFRESH_VERB;
  readonly title: string;
  readonly data: { readonly guichetStatus: StatusCard };
}

/** The verb by which a card of requests is drawn anew. */
export const REFRESH_VERB = 'guichet.status';

/** A field. What stands in it comes back beside the data of the button that was pressed. */
export interface InputElement {
  readonly type: 'Input.Date' | 'Input.Time' | 'Input.Text' | 'Input.ChoiceSet';
  readonly id: string;
  readonly label: string;
  readonly value?: string;
  readonly style?: 'compact';
  readonly maxLength?: number;
  readonly choices?: readonly { readonly title: string; readonly value: string }[];
}

/** A button that opens an address of ours beside the conversation. */
export interface OpenUrlAction {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
}

export interface SubmitData {
  readonly guichet: Action;
  /** What the conversation shows as said when the button is pressed. */
  readonly label: string;
  /** Which state of which form the card shows. */
  readonly card?: FormCard;
  /** Teams only: posts the label as the person's message, with the action as its value. */
  readonly msteams?: {
    readonly type: 'messageBack';
    readonly displayText: string;
    readonly text: string;
    readonly value: { readonly guichet: Action };
  };
}

export type Spacing = 'None' | 'Small' | 'Default' | 'Medium' | 'Large';
export type CardElement = TextBlock | RichTextBlock | Container | ColumnSet | ActionSet | InputElement;

export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  /** Read out by screen readers when the card arrives. */
  readonly speak: string;
  readonly fallbackText: string;
  /** Sent by Teams of itself, for these people, when the card is shown again. */
  readonly refresh?: { readonly action: RefreshAction; readonly userIds: readonly string[] };
  readonly body: readonly CardElement[];
}
