-- DropIndex
DROP INDEX "Ticket_teamId_idx";

-- DropIndex
DROP INDEX "Ticket_assigneeId_status_idx";

-- CreateIndex
CREATE INDEX "Ticket_deskId_status_createdAt_idx" ON "Ticket"("deskId", "status", "createdAt");

-- CreateIndex
CREATE INDEX "Ticket_deskId_status_waitingSince_idx" ON "Ticket"("deskId", "status", "waitingSince");

-- CreateIndex
CREATE INDEX "Ticket_deskId_status_dueAt_idx" ON "Ticket"("deskId", "status", "dueAt");

-- CreateIndex
CREATE INDEX "Ticket_deskId_category_status_updatedAt_idx" ON "Ticket"("deskId", "category", "status", "updatedAt");

-- CreateIndex
CREATE INDEX "Ticket_deskId_topicId_status_updatedAt_idx" ON "Ticket"("deskId", "topicId", "status", "updatedAt");

-- CreateIndex
CREATE INDEX "Ticket_assigneeId_status_deskId_waitingSince_idx" ON "Ticket"("assigneeId", "status", "deskId", "waitingSince");

-- CreateIndex
CREATE INDEX "Ticket_assigneeId_deskId_status_updatedAt_idx" ON "Ticket"("assigneeId", "deskId", "status", "updatedAt");

-- CreateIndex
CREATE INDEX "Ticket_deskId_status_category_assigneeId_idx" ON "Ticket"("deskId", "status", "category", "assigneeId");

-- CreateIndex
CREATE INDEX "Ticket_teamId_deskId_status_updatedAt_idx" ON "Ticket"("teamId", "deskId", "status", "updatedAt");
