package org.kameng.domain.reminder;

import java.time.LocalDate;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.OrderNo;

/** Cards of one owner that expire on one day; {@code buyer} and {@code order} are those of one of them. */
record DueReminder(
        AccountId owner, AccountId buyer, OrderNo order, String name, LocalDate expiresOn, int daysBefore, int cards) {
    /** The same for the same reminder, however often it is due. */
    String id() {
        return "cards-expire:" + owner + ":" + expiresOn + ":" + daysBefore;
    }
}
