import type { Endpoint } from '../endpoint';
import { assignTicket } from './assign-ticket';
import { bulkChange } from './bulk-change';
import { cancelAppointment } from './cancel-appointment';
import { changePriority } from './change-priority';
import { changeStatus } from './change-status';
import { downloadAttachment } from './download-attachment';
import { listAppointmentSlots } from './list-appointment-slots';
import { listAppointments } from './list-appointments';
import { listCoupons } from './list-coupons';
import { exportCoupons } from './export-coupons';
import { exportFigures } from './export-figures';
import { rejectCoupon } from './reject-coupon';
import { listTickets } from './list-tickets';
import { me } from './me';
import { moveAppointment } from './move-appointment';
import { setMeetingLink } from './set-meeting-link';
import { setPassword } from './set-password';
import { showFigures } from './show-figures';
import { addView, changeView, listViews, orderViews, removeView } from './saved-views';
import { showTicket } from './show-ticket';
import { signOut } from './sign-out';
import { streamEvents } from './stream-events';
import { writeMessage } from './write-message';

/** Everything under /api/advisor. The list is the map. */
export const endpoints: readonly Endpoint[] = [
  me,
  signOut,
  setPassword,
  listTickets,
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
  downloadAttachment,
  streamEvents,
];
