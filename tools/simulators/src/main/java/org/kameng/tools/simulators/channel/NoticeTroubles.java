package org.kameng.tools.simulators.channel;

/** What goes wrong with notifications; whole numbers of the troubles are percentages, see the knobs of each channel. */
public interface NoticeTroubles {
    int notifyDelayMs();

    int dropNotify();

    int duplicateNotify();

    boolean reorderNotify();

    int forgedNotify();

    int staleNotify();

    int wrongMerchantNotify();

    int wrongAmountNotify();

    double notifyRetryScale();
}
