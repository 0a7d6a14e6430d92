package org.kameng.ui.alarm;

import static org.kameng.ui.shared.Texts.t;

import org.kameng.ui.shared.Texts;

/** What an alarm means and what to do about it; a reason that nobody has put into words yet is said to be one. */
final class AlarmWords {
    private AlarmWords() {}

    static String what(String why) {
        return Texts.known("alarm." + why).orElseGet(() -> t("alarm.other", why));
    }

    static String next(String why) {
        return Texts.known("alarm." + why + ".do").orElseGet(() -> t("alarm.other.do"));
    }
}
