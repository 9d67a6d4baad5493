import type { Route } from '../../http';
import { activityRoutes } from './activity-routes';
import { attachmentRoutes } from './attachment-routes';
import { conversationRoutes } from './conversation-routes';
import type { DirectLineDeps } from './deps';
import { tokenRoutes } from './token-routes';
import { uploadRoutes } from './upload-routes';

/** Direct Line 3.0, server side, as the official clients speak it. */
export const directLineRoutes = (deps: DirectLineDeps): Route[] => [
  ...tokenRoutes(deps),
  ...conversationRoutes(deps),
  ...activityRoutes(deps),
  ...uploadRoutes(deps),
  ...attachmentRoutes(deps),
];
