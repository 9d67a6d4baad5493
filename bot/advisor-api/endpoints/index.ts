import {
  addAbsence,
  addAdvisor,
  changeAdvisor,
  endAdvisorSessions,
  listAdvisors,
  makeSignInLink,
  removeAbsence,
  setAdvisorActive,
} from './admin-advisors';
import {
  addDay,
  removeDay,
  saveDeadlines,
  saveHours,
  showDeadlines,
  showHolidays,
  showHours,
} from './admin-desks';
import { changeTeam, createTeam, listTeams, removeTeam } from './admin-teams';
import type { Endpoint } from '../endpoint';
import { answerMany, listSimilar } from './answer-many';
import { assignTicket } from './assign-ticket';
import { bulkChange } from './bulk-change';
import { cancelAppointment } from './cancel-appointment';
import { archiveReply, createReply, editReply, listReplies, listTicketReplies } from './canned-replies';
import { changePriority } from './change-priority';
import { changeStatus } from './change-status';
import { showChannels, unlinkChannel } from './channels';
import { changeTopic, listTopics } from './change-topic';
import { countSimilar } from './count-similar';
import { downloadAttachment } from './download-attachment';
import { listAppointmentSlots } from './list-appointment-slots';
import { listAppointments } from './list-appointments';
import { listAudit } from './list-audit';
import { listCoupons } from './list-coupons';
import { exportCoupons } from './export-coupons';
import { exportFigures } from './export-figures';
import { rejectCoupon } from './reject-coupon';
import { downloadTemplate, exportRecords, importRecords, listImports } from './imports';
import { linkTickets, unlinkTickets } from './link-tickets';
import { listFilters } from './list-filters';
import { listTickets } from './list-tickets';
import { handBackChat } from './hand-back-chat';
import { listPresentAdvisors } from './list-present-advisors';
import { reportPresence } from './report-presence';
import { showLive } from './show-live';
import { takeOverChat } from './take-over-chat';
import { me } from './me';
import { listDuplicates, mergeTicket, unmergeTicket } from './merge-ticket';
import { moveAppointment } from './move-appointment';
import { listTicketSlots, proposeAppointment } from './propose-appointment';
import { setMeetingLink } from './set-meeting-link';
import { setNotifications, showNotifications } from './notifications';
import { listSessions, revokeOtherSessions, revokeSession } from './sessions';
import { saveRetention, showRetention, tryRetention } from './retention';
import { setPassword } from './set-password';
import { showFigures } from './show-figures';
import { addView, changeView, listViews, orderViews, removeView } from './saved-views';
import { showTicket } from './show-ticket';
import { signOut } from './sign-out';
import { splitTicket } from './split-ticket';
import { streamEvents } from './stream-events';
import { inviteToTeams, showTeamsLink } from './teams-invitation';
import {
  acceptPhrase,
  dismissMessages,
  proposePhrase,
  refusePhrase,
  reopenPhrase,
  showTeaching,
  tryPhrase,
} from './teaching';
import { createWebchatKey, listWebchatKeys, revokeWebchatKey } from './webchat-keys';
import { uploadFile } from './upload-file';
import { writeMessage } from './write-message';

/** Everything under /api/advisor. The list is the map. */
export const endpoints: readonly Endpoint[] = [
  me,
  signOut,
  setPassword,
  showNotifications,
  setNotifications,
  listSessions,
  revokeOtherSessions,
  revokeSession,
  listTickets,
  countSimilar,
  listFilters,
  bulkChange,
  listViews,
  addView,
  orderViews,
  changeView,
  removeView,
  showTicket,
  writeMessage,
  assignTicket,
  changePriority,
  changeStatus,
  listTopics,
  changeTopic,
  listDuplicates,
  mergeTicket,
  unmergeTicket,
  splitTicket,
  linkTickets,
  unlinkTickets,
  showTeamsLink,
  inviteToTeams,
  listTicketReplies,
  uploadFile,
  listTicketSlots,
  proposeAppointment,
  listSimilar,
  answerMany,
  listReplies,
  createReply,
  editReply,
  archiveReply,
  listCoupons,
  exportCoupons,
  rejectCoupon,
  listAppointments,
  listAppointmentSlots,
  moveAppointment,
  cancelAppointment,
  setMeetingLink,
  showFigures,
  exportFigures,
  listAudit,
  listImports,
  importRecords,
  downloadTemplate,
  exportRecords,
  listWebchatKeys,
  createWebchatKey,
  revokeWebchatKey,
  showRetention,
  tryRetention,
  saveRetention,
  showChannels,
  unlinkChannel,
  proposePhrase,
  showTeaching,
  tryPhrase,
  acceptPhrase,
  refusePhrase,
  reopenPhrase,
  dismissMessages,
  listAdvisors,
  addAdvisor,
  changeAdvisor,
  setAdvisorActive,
  makeSignInLink,
  endAdvisorSessions,
  addAbsence,
  removeAbsence,
  listTeams,
  createTeam,
  changeTeam,
  removeTeam,
  showHours,
  saveHours,
  showHolidays,
  addDay,
  removeDay,
  showDeadlines,
  saveDeadlines,
  showLive,
  reportPresence,
  takeOverChat,
  handBackChat,
  listPresentAdvisors,
  downloadAttachment,
  streamEvents,
];
