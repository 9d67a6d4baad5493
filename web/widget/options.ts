/** The desks that a page can name; kept here because the script must stand alone. */
export const DESKS = ['abc', 'ogestion', 'oc-mentor', 'oc-coach'] as const;

/** What a host page asks for with data- attributes. */
export interface WidgetOptions {
  readonly desk: string;
  /** Where the script came from: the chat is there too. */
  readonly origin: string;
  /** A token signed by the host page's server; null for a visitor nobody vouches for. */
  readonly identity: string | null;
  readonly locale: 'fr' | 'en';
  readonly position: 'left' | 'right';
  readonly open: boolean;
  /** What the button says. */
  readonly label: string;
}

export type OptionsResult =
  { readonly ok: true; readonly options: WidgetOptions } | { readonly ok: false; readonly problem: string };

const LABELS = { fr: 'Une question ?', en: 'A question?' } as const;

/**
 * Reads the script element's attributes.
 *
 * @param data the element's dataset.
 * @param source the element's address.
 * @param pageLanguage the host page's language, used when data-locale is absent.
 * @returns the options, or a problem in words that say what to write.
 */
export function readOptions(
  data: Readonly<Record<string, string | undefined>>,
  source: string,
  pageLanguage: string,
): OptionsResult {
  const desk = data.desk?.trim() ?? '';
  if (!(DESKS as readonly string[]).includes(desk)) {
    const found = desk === '' ? 'data-desk is missing' : `data-desk="${desk}" is no desk of this server`;
    return {
      ok: false,
      problem: `Guichet: ${found}. Write <script src="${source}" data-desk="abc" async></script> with one of: ${DESKS.join(', ')}.`,
    };
  }
  const locale = (data.locale ?? pageLanguage).toLowerCase().startsWith('en') ? 'en' : 'fr';
  return {
    ok: true,
    options: {
      desk,
      origin: new URL(source).origin,
      identity: data.identity?.trim() || null,
      locale,
      position: data.position === 'left' ? 'left' : 'right',
      open: data.open !== undefined && data.open !== 'false',
      label: data.label?.trim() || LABELS[locale],
    },
  };
}
