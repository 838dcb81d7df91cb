package io.digitalworker.local.cloud.queues;

import io.digitalworker.local.cloud.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * ElasticMQ stores a receipt per receive but never the count, so that after a restart a poison
 * message would start again from zero. The count is the number of receipts.
 */
final class StoredReceiveCounts {
    private StoredReceiveCounts() {}

    static void restore(String uri) throws IOException {
        try (Connection database = DriverManager.getConnection(uri, "", "")) {
            for (String table : messageTables(database)) {
                restore(database, table);
            }
        } catch (SQLException e) {
            throw new IOException("the stored queues cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<String> messageTables(Connection database) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables =
                database.getMetaData().getTables(null, "PUBLIC", "MESSAGE\\_%", null)) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private static void restore(Connection database, String table) throws SQLException {
        String quoted = '"' + table.replace("\"", "\"\"") + '"';
        try (Statement query = database.createStatement();
                ResultSet rows =
                        query.executeQuery("select message_id, delivery_receipts from " + quoted);
                PreparedStatement update =
                        database.prepareStatement(
                                "update "
                                        + quoted
                                        + " set receive_count = ? where message_id = ?")) {
            while (rows.next()) {
                update.setInt(1, receipts(rows.getBytes(2)));
                update.setString(2, rows.getString(1));
                update.executeUpdate();
            }
        }
    }

    private static int receipts(byte[] json) {
        var receipts = Json.tryRead(new String(json, StandardCharsets.UTF_8));
        return receipts == null ? 0 : receipts.size();
    }
}
