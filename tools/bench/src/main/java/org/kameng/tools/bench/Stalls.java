package org.kameng.tools.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kameng.tools.simulators.http.Answer;
import org.kameng.tools.simulators.supplier.Order;

/** The five suppliers of a house: their knobs, and the journals they keep on disk. */
final class Stalls {
    static final List<String> IDS = List.of("xingzhou", "qingyun", "yunduan", "lanjing", "zhixing");
    private static final int FIRST_PORT = 9111;

    private final House house;
    private final Path folder;

    /** @param data the folder of the house */
    Stalls(House house, Path data) {
        this.house = house;
        this.folder = data.resolve("simulators/suppliers");
    }

    /** Sets knobs, JSON as the supplier's control API takes it. */
    void knobs(String supplier, String json) {
        control(supplier, "PUT", "/control/knobs", json);
    }

    /** Delivers the rest of an order that was delivered in part. */
    void complete(String supplier, String orderNo) {
        control(supplier, "POST", "/control/orders/" + orderNo + "/complete", "");
    }

    private void control(String supplier, String method, String path, String json) {
        var at = house.port(FIRST_PORT + IDS.indexOf(supplier)).resolve(path);
        var answer = House.sendJson(method, at, json);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(supplier + " does not do so: " + answer.body());
        }
    }

    /** The lines of a file that the supplier gives to its customer: secrets, the newest first, or card-key. */
    List<String> credential(String supplier, String name) {
        try {
            return Files.readAllLines(folder.resolve(supplier).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every order that ever reached a supplier by its number, as its journal ends; read from the file, not from its memory. */
    Map<String, Order> journal(String supplier) {
        var orders = new LinkedHashMap<String, Order>();
        try (var lines = Files.lines(folder.resolve(supplier).resolve("journal.jsonl"))) {
            lines.map(Answer.JSON::readTree).filter(entry -> entry.has("order")).forEach(entry -> {
                var order = Answer.JSON.treeToValue(entry.get("order"), Order.class);
                orders.put(order.orderNo(), order);
            });
            return orders;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
