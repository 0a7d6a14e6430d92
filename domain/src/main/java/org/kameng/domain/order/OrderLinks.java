package org.kameng.domain.order;

import org.kameng.domain.account.LogInResult;
import org.kameng.domain.shared.OrderNo;

/**
 * The way of a guest to an order: a link from a text message, then the phone. The link alone changes nothing and opens nothing,
 * however often it is fetched. Tries are counted per link and per address; wrong phones and codes are recorded.
 */
public interface OrderLinks {
    /** Refuses with LINK_INVALID. Writes nothing for a link that is good. */
    LinkedOrder look(String token, String ip);

    /** Sends a code if this is the buyer's phone; the answer is the same if it is not. Refuses with LINK_INVALID, RATE_LIMITED. */
    void requestCode(String token, String phone, String ip);

    /** Refuses with CODE_WRONG for a wrong phone as for a wrong code, with LINK_INVALID, MOVED_TO_ACCOUNT, RATE_LIMITED. */
    Opened open(String token, String phone, String code, String ip);

    /** The guest who proved to be the buyer, and the order the link is about. */
    record Opened(LogInResult.LoggedIn buyer, OrderNo order) {}
}
