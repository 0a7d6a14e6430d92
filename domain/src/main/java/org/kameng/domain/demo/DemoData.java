package org.kameng.domain.demo;

/** Fills an empty shop with the fictional data of the demonstration; safe to run at every start. */
public interface DemoData {
    void load();
}
