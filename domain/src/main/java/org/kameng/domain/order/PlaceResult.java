package org.kameng.domain.order;

import java.util.List;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.OrderNo;

/** The answer to a wish to buy. */
public sealed interface PlaceResult {
    /** The order stands and its cards are reserved until the payment deadline. */
    record Placed(OrderNo no) implements PlaceResult {}

    /** Not enough cards; nothing was kept. {@code left} is what could be bought now. */
    record SoldOut(int left) implements PlaceResult {}

    /** Not allowed; the text is {@code error.<CODE>} with the arguments. */
    record Refused(ErrorCode code, List<Object> args) implements PlaceResult {}
}
