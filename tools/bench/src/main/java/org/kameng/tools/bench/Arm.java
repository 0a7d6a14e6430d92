package org.kameng.tools.bench;

/** One way to walk an order from placing to delivery; all calls may be made from many threads. */
interface Arm extends AutoCloseable {

    /** Places order {@code number} of this run and returns when it can be paid. */
    String place(int number);

    /** The buyer pays. */
    void pay(String order);

    /** Waits until the order is delivered and answers when that was, in {@link System#nanoTime()}. */
    long deliveredAt(String order);

    @Override
    void close();
}
