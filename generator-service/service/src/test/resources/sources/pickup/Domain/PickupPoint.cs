namespace Shop.Pickup.Domain;

public class PickupPoint
{
    public int Id { get; set; }

    public string City { get; set; }

    public bool Closed { get; set; }

    public HashSet<int> FreeShelves { get; set; }
}
