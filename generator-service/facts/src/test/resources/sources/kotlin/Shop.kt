package shop.core

data class Item(val name: String, val price: Int)

/* nested /* comment */ class Fake {} */
class Shop(private val items: List<Item>) : Base() {
    val total: Int = 3
    fun find(id: String): Item? {
        return items.firstOrNull { "${it.name}" == "}" }
    }
    fun <T> twice(n: Int) = n * 2
    companion object Factory { fun create() = Shop(listOf()) }
}

enum class Color { RED, GREEN }

fun main() { println("x") }
