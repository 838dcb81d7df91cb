namespace Shop.Api;

public sealed class OrdersController(IOrders orders) : ControllerBase
{
    private static readonly char Quote = '"';

    [HttpGet("{id:int}")]
    public IActionResult Get(int id) => Ok(orders.Find(id));

    public string this[int index] => "";

    public static implicit operator string(OrdersController c) => "";
}

public class Marker : Base;
