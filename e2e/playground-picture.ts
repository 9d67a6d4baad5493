import type { Locator, Page } from 'playwright-core';

/** Where the Playground draws conversations, in a window of 1400 by 1000: beside its lists and its log, under its menus. */
const COLUMN = { x: 338, width: 730 } as const;
const FIRST_LINE = 56;
const MARGIN = 34;
/** Above the words of a message stand who wrote it and when, and the edge of its card. */
const HEAD = 58;

/** The Playground's own remarks: no part of what Teams shows. */
const REMARK = /Your response was sent to the app|User specific view is not supported yet/;

/** A line is no higher than this: what is higher holds more than the line. */
const LINE_HEIGHT = 60;

/**
 * Takes a picture of a conversation as people see it in Teams, without the Playground around it.
 *
 * @param from words of the first message that it shows.
 * @param to words of the last one; absent: the latest message of a chat.
 */
export async function pictureOf(
  page: Page,
  path: string,
  from: string | RegExp,
  to?: string | RegExp,
): Promise<void> {
  await showRemarks(page, false);
  const top = Math.max(FIRST_LINE, ((await inConversation(page, from))?.y ?? 0) - HEAD);
  const last = to === undefined ? null : await inConversation(page, to);
  const bottom = last === null ? await lastLine(page) : last.y + last.height;
  await page.screenshot({ path, clip: { ...COLUMN, y: top, height: bottom + MARGIN - top } });
  await showRemarks(page, true);
}

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>;

/** Where words stand in the conversation, the latest ones; they stand in the Playground's log as well. */
async function inConversation(page: Page, words: string | RegExp): Promise<Box | null> {
  const boxes = await Promise.all((await page.getByText(words).all()).map((each) => each.boundingBox()));
  const shown = boxes.filter(
    (box): box is Box => box !== null && box.x > COLUMN.x && box.x + box.width < COLUMN.x + COLUMN.width,
  );
  return shown.reduce<Box | null>(
    (lowest, box) => (lowest === null || box.y > lowest.y ? box : lowest),
    null,
  );
}

/** Shows or hides the Playground's remarks; nothing moves. */
function showRemarks(page: Page, shown: boolean): Promise<void> {
  return page.getByText(REMARK).evaluateAll(
    (lines, { visibility, most }) => {
      for (const line of lines) {
        let bar = line;
        while (bar.parentElement && bar.parentElement.getBoundingClientRect().height < most) {
          bar = bar.parentElement;
        }
        bar.style.visibility = visibility;
      }
    },
    { visibility: shown ? 'visible' : 'hidden', most: LINE_HEIGHT },
  );
}

/** Where the last message ends, above the field in which the next one is written. */
async function lastLine(page: Page): Promise<number> {
  const field = await page.getByRole('button', { name: 'Send Message' }).boundingBox();
  const limit = (field?.y ?? 940) - MARGIN;
  const ends = await page.locator('body *').evaluateAll(
    (all, { left, right }) =>
      all
        .filter((element) => element.children.length === 0 || element.tagName === 'BUTTON')
        .map((element) => element.getBoundingClientRect())
        .filter((box) => box.height > 0 && box.left > left && box.right < right)
        .map(({ bottom }) => bottom),
    { left: COLUMN.x, right: COLUMN.x + COLUMN.width },
  );
  return Math.min(limit, Math.max(...ends.filter((end) => end <= limit)));
}
