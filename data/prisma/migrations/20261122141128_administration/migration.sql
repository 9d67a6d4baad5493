-- AlterTable
ALTER TABLE "Advisor" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Desk" ADD COLUMN "hoursVersion" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Team" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_DeskClosure" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "deskId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "open" BOOLEAN NOT NULL,
    "spans" JSONB,
    CONSTRAINT "DeskClosure_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_DeskClosure" ("day", "deskId", "id", "label", "open") SELECT "day", "deskId", "id", "label", "open" FROM "DeskClosure";
DROP TABLE "DeskClosure";
ALTER TABLE "new_DeskClosure" RENAME TO "DeskClosure";
CREATE UNIQUE INDEX "DeskClosure_deskId_day_key" ON "DeskClosure"("deskId", "day");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
