package org.kameng.domain.catalog;

import java.util.List;

/** Judges a listing by the standard in force: while it is typed, and as the gate before it goes on sale. */
public interface ListingLinter {
    /** Findings in the order of the form; parts that are not written yet are not judged. */
    List<Finding> check(Listing listing);
}
