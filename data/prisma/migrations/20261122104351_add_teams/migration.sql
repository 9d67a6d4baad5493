-- AlterTable
ALTER TABLE "Ticket" ADD COLUMN "releaseAt" DATETIME;
ALTER TABLE "Ticket" ADD COLUMN "teamId" TEXT;

-- CreateTable
CREATE TABLE "Team" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "deskId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "categories" JSONB NOT NULL,
    CONSTRAINT "Team_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TeamMember" (
    "teamId" TEXT NOT NULL,
    "advisorId" TEXT NOT NULL,
    "lastAssignedAt" DATETIME,

    PRIMARY KEY ("teamId", "advisorId"),
    CONSTRAINT "TeamMember_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TeamMember_advisorId_fkey" FOREIGN KEY ("advisorId") REFERENCES "Advisor" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Team_deskId_name_key" ON "Team"("deskId", "name");

-- CreateIndex
CREATE INDEX "TeamMember_advisorId_idx" ON "TeamMember"("advisorId");

-- CreateIndex
CREATE INDEX "Ticket_releaseAt_idx" ON "Ticket"("releaseAt");

-- CreateIndex
CREATE INDEX "Ticket_teamId_idx" ON "Ticket"("teamId");
