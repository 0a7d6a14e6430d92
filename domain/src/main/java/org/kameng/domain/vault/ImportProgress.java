package org.kameng.domain.vault;

/** Who follows an import is told from within its transaction. */
interface ImportProgress {
    ImportProgress NOBODY = new ImportProgress() {};

    /** Asked once no other import runs; false ends the import before it did anything. */
    default boolean begin() {
        return true;
    }

    /** So many lines are written, though not yet committed. */
    default void reached(int lines) {}

    /** The last statement of the transaction. */
    default void end(ImportReport report) {}
}
