import { CalendarLtrRegular } from '@fluentui/react-icons/svg/calendar-ltr';
import { CommentQuoteRegular } from '@fluentui/react-icons/svg/comment-quote';
import { DataBarVerticalRegular } from '@fluentui/react-icons/svg/data-bar-vertical';
import { HatGraduationRegular } from '@fluentui/react-icons/svg/hat-graduation';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { ReceiptRegular } from '@fluentui/react-icons/svg/receipt';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import { type ComponentType, lazy } from 'react';
import type { Me } from '../../../bot/advisor-api/contract';
import type { PageId } from '../lib/route';

/** The groups of pages below the views, in their order; `strings.nav.groups` names them. */
export const PAGE_GROUPS = ['calendar', 'improve', 'settings'] as const;

/** One page beside the queue: where it stands in the navigation, for whom, and what it shows. Its name is in `strings.nav.pages`. */
interface Page {
  readonly group: (typeof PAGE_GROUPS)[number];
  readonly icon: ComponentType;
  /** Absent: everybody. The server decides in any case; this only hides the way. */
  readonly roles?: readonly Me['role'][];
  /** Loaded when it is first opened. */
  readonly content: ComponentType<{ readonly section?: string }>;
}

/** A new page is one entry here, its id in lib/route.ts and its name in the strings. */
export const PAGES: Readonly<Record<PageId, Page>> = {
  coupons: { group: 'calendar', icon: ReceiptRegular, content: lazy(() => import('./coupons-page')) },
  appointments: {
    group: 'calendar',
    icon: CalendarLtrRegular,
    content: lazy(() => import('./appointments-page')),
  },
  figures: {
    group: 'improve',
    icon: DataBarVerticalRegular,
    content: lazy(() => import('../figures/figures-page')),
  },
  teaching: {
    group: 'improve',
    icon: HatGraduationRegular,
    roles: ['supervisor', 'admin'],
    content: lazy(() => import('../teaching/teaching-page')),
  },
  replies: { group: 'settings', icon: CommentQuoteRegular, content: lazy(() => import('./replies-page')) },
  audit: {
    group: 'settings',
    icon: HistoryRegular,
    roles: ['supervisor', 'admin'],
    content: lazy(() => import('../audit/audit-page')),
  },
  admin: {
    group: 'settings',
    icon: SettingsRegular,
    roles: ['supervisor', 'admin'],
    content: lazy(() => import('../admin/admin-page')),
  },
};
