package shop

import "fmt"

type Item struct {
	Name  string `json:"name"`
	Price int
}

type Finder interface {
	Find(id string) (*Item, error)
}

func (s *Shop) Find(id string) (*Item, error) {
	return nil, fmt.Errorf(`no } %s`, id)
}

func New[T any](n int) *Shop { return &Shop{} }
