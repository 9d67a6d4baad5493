/** A text and what it is about: a row to learn from, or a message to be judged on. */
export interface Example {
  readonly text: string;
  readonly topicId: string;
  /** How much it counts in training; 1 for a phrase, less for a sentence of an article. */
  readonly weight: number;
  /** Written for another desk, where the topic has the same name. */
  readonly borrowed?: true;
}

/** The messages of one desk, with those of every desk. */
export interface DeskExamples {
  readonly desk: string;
  /** Topics and service labels, in a fixed order. */
  readonly classes: readonly string[];
  /** Examples of the classes, and foreign ones whose topic is no class. */
  readonly examples: readonly Example[];
  /** The class that stands for everything that the other classes are not, when there is one. */
  readonly catchAll?: string;
  /** Texts about other things in the language of the examples, which tell how common a word is in itself where the examples are too few to tell. */
  readonly background?: readonly string[];
}
