package org.kameng.domain.order;

import java.time.Clock;
import org.kameng.domain.audit.Refusals;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Slice;
import org.springframework.stereotype.Service;

/** The one door to orders: checks who asks, and hands on. */
@Service
class OrderDesk implements OrderService {
    private final OrderPlacing placing;
    private final OrderCourse course;
    private final OrderReads reads;
    private final OrderLists lists;
    private final OrderExport exports;
    private final PlacingReads texts;
    private final OrderAccounts accounts;
    private final Refusals refusals;
    private final Clock clock;

    OrderDesk(
            OrderPlacing placing,
            OrderCourse course,
            OrderReads reads,
            OrderLists lists,
            OrderExport exports,
            PlacingReads texts,
            OrderAccounts accounts,
            Refusals refusals,
            Clock clock) {
        this.placing = placing;
        this.course = course;
        this.reads = reads;
        this.lists = lists;
        this.exports = exports;
        this.texts = texts;
        this.accounts = accounts;
        this.refusals = refusals;
        this.clock = clock;
    }

    @Override
    public PlaceResult place(Actor customer, PlaceOrder command) {
        return placing.place(customer, command);
    }

    @Override
    public void cancel(Actor customer, OrderNo no) {
        course.cancel(customer, no);
    }

    @Override
    public OrderView view(Actor viewer, OrderNo no) {
        var view = reads.view(no).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
        if (!viewer.isStaff() && !viewer.is(view.buyer()))
            throw refusals.refuse(viewer, "order.view", "order", no.value());
        return view;
    }

    @Override
    public Slice<OrderRow> find(Actor staff, OrderFilter filter, PageRequest page) {
        staff.requireStaff();
        return lists.find(filter, page);
    }

    @Override
    public int count(Actor staff, OrderFilter filter) {
        staff.requireStaff();
        return lists.count(filter);
    }

    @Override
    public ExportedOrders export(Actor staff, OrderFilter filter, String form) {
        staff.requireStaff();
        return exports.open(staff, filter, form, MOST_EXPORTED);
    }

    @Override
    public Slice<OrderRow> ofCustomer(Actor customer, PageRequest page) {
        return lists.ofCustomer(customer.accounts(), page);
    }

    @Override
    public NoReturnText noReturnText() {
        return texts.noReturnText(clock.instant());
    }

    @Override
    public AccountConsentText accountConsentText() {
        return accounts.text(clock.instant());
    }

    @Override
    public CloseResult close(OrderNo no, String reason) {
        return course.close(no, reason);
    }

    @Override
    public DeliveryResult deliverFromStock(OrderNo no) {
        return course.deliver(no);
    }

    @Override
    public OrderState hold(OrderNo no, String why) {
        return course.hold(no, why);
    }

    @Override
    public OrderState release(Actor by, OrderNo no, String reason) {
        return course.release(by, no, reason);
    }

    @Override
    public OrderFactsView facts(OrderNo no) {
        return reads.facts(no).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
    }
}
